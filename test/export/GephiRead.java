import java.io.File;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Reads files with Gephi's own importer and prints what it found, a tab-parted line a node and an edge. */
public class GephiRead {
  /** GEXF names its columns by title, GraphML by key. */
  static Object value(org.gephi.graph.api.Element element, String name) {
    for (String prefix : new String[] {"", "n_", "e_"}) {
      for (Object key : element.getAttributeKeys()) if (key.equals(prefix + name)) return element.getAttribute(prefix + name);
    }
    return null;
  }

  public static void main(String[] files) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    ImportController imports = Lookup.getDefault().lookup(ImportController.class);
    for (String file : files) {
      projects.newProject();
      Container container = imports.importFile(new File(file));
      container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
      container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
      imports.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
      Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel().getGraph();
      System.out.println("file\t" + file);
      container.getReport().getIssuesList(1000).forEach(i -> System.out.println("issue\t" + i.getLevel() + "\t" + i.getMessage()));
      for (Node node : graph.getNodes()) {
        System.out.println("node\t" + node.getId() + "\t" + value(node, "mentions"));
      }
      for (Edge edge : graph.getEdges()) {
        Interval[] days = edge.getIntervals();
        System.out.println("edge\t" + edge.getId() + "\t" + edge.getSource().getId() + "\t" + edge.getTarget().getId()
            + "\t" + edge.getTypeLabel() + "\t" + value(edge, "occurredFrom") + "\t" + days.length);
      }
    }
    System.exit(0);
  }
}
