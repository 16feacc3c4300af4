"""Reads an exported file with NetworkX or rdflib and prints what it found as JSON: counts, types, dates."""

import json
import sys

import networkx
import rdflib

kind, path = sys.argv[1:3]

if kind in ("gexf", "graphml", "node-link"):
    if kind == "gexf":
        graph = networkx.read_gexf(path)
    elif kind == "graphml":
        graph = networkx.read_graphml(path, edge_key_type=str, force_multigraph=True)
    else:
        with open(path, encoding="utf-8") as file:
            graph = networkx.node_link_graph(json.load(file), edges="edges")
    edges = graph.edges(keys=True, data=True) if graph.is_multigraph() else [(*e[:2], None, e[2]) for e in graph.edges(data=True)]
    print(
        json.dumps(
            {
                "directed": graph.is_directed(),
                "multi": graph.is_multigraph(),
                "nodes": sorted(graph.nodes),
                "names": {n: d.get("name") for n, d in graph.nodes(data=True)},
                "mentions": {n: d.get("mentions") for n, d in graph.nodes(data=True)},
                "edges": sorted(
                    [
                        [
                            a,
                            b,
                            str(d.get("id", key)) if kind != "graphml" else str(key),
                            d.get("kind") or d.get("label") or d.get("type"),
                            d.get("occurredFrom"),
                            d.get("confidence"),
                        ]
                        for a, b, key, d in edges
                    ],
                    key=lambda e: e[2],
                ),
            }
        )
    )
else:
    graph = rdflib.Graph()
    graph.parse(path, format={"turtle": "turtle", "json-ld": "json-ld"}[kind])
    lines = graph.serialize(format="nt").splitlines()
    print(json.dumps({"triples": len(graph), "lines": sorted(line for line in lines if line.strip())}))
