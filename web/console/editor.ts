import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { cypher } from '@codemirror/legacy-modes/mode/cypher';
import { type Diagnostic, forceLinting, linter } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { SchemaAnswer } from '../../graph-schema/api/cypher.ts';
import { completionsAt } from './completions.ts';

/** A mistake in a query: where, both from 1, and what is wrong. */
export interface QueryFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface EditorOptions {
  readonly host: HTMLElement;
  readonly text: string;
  readonly schema: () => SchemaAnswer | undefined;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  /** Asks the server what is wrong with a text; nothing where all is well. */
  readonly check: (text: string) => Promise<QueryFault | undefined>;
}

export interface QueryEditor {
  readonly text: () => string;
  readonly setText: (text: string) => void;
  readonly focus: () => void;
  /** Look for mistakes now instead of after a pause. */
  readonly lint: () => void;
}

const PAUSE = 450;

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--cooperation)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--conflict)' },
  { tag: tags.number, color: 'var(--mixed)' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
  { tag: [tags.variableName, tags.atom], color: 'var(--ink)' },
  { tag: [tags.standard(tags.variableName), tags.className], color: 'var(--mixed)' },
]);

const dress = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--card)', fontSize: '14px', maxHeight: '46vh' },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', minHeight: '96px', padding: '10px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--card)', color: 'var(--soft)', border: 'none' },
  '.cm-placeholder': { color: 'var(--soft)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { background: 'var(--pen)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: '8px',
  },
  '.cm-tooltip-autocomplete ul li': { padding: '3px 8px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--ink)', color: 'var(--paper)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--conflict)',
    textUnderlineOffset: '4px',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--conflict)' },
});

/**
 * Text typed over a selection is put in by the editor and not by the browser, which would wrap it in a span with a
 * style of its own: the page's policy forbids that and the console says so.
 */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || !event.data || view.composing || view.state.selection.main.empty)
      return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

const complete =
  (schema: EditorOptions['schema']) =>
  (context: CompletionContext): CompletionResult | null => {
    const before = context.state.sliceDoc(0, context.pos);
    const found = completionsAt(before, schema());
    if (!found || (found.typed === '' && !context.explicit && found.kind === 'word')) return null;
    const options = found.options.map(
      (option): Completion => ({
        label: option.label,
        type: option.type,
        ...(option.detail ? { detail: option.detail } : {}),
      }),
    );
    return { from: context.pos - found.typed.length, options, validFor: /^[\w]*$/ };
  };

/** Make the Cypher editor. It stands in a shadow root, where its style sheets need no permission of the page's policy. */
export const createQueryEditor = ({ host, text, schema, onChange, onRun, check }: EditorOptions): QueryEditor => {
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  const place = document.createElement('div');
  root.append(place);

  const lintSource = async (view: EditorView): Promise<readonly Diagnostic[]> => {
    const source = view.state.doc.toString();
    if (source.trim() === '') return [];
    const fault = await check(source);
    if (!fault || view.state.doc.toString() !== source) return [];
    const line = view.state.doc.line(Math.min(Math.max(1, fault.line), view.state.doc.lines));
    const from = Math.min(line.to, line.from + Math.max(0, fault.column - 1));
    const word = /^[\w$`]+/.exec(view.state.sliceDoc(from, line.to));
    const to = Math.min(line.to, from + Math.max(1, word?.[0].length ?? 1));
    return [
      { from: from === to ? Math.max(line.from, from - 1) : from, to, severity: 'error', message: fault.message },
    ];
  };

  const view = new EditorView({
    parent: place,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        StreamLanguage.define(cypher),
        syntaxHighlighting(colours),
        dress,
        typeOverSelection,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'Cypher query' }),
        placeholder('MATCH …'),
        autocompletion({ override: [complete(schema)], icons: false }),
        linter(lintSource, { delay: PAUSE }),
        Prec.highest(
          keymap.of([
            {
              key: 'Mod-Enter',
              run: () => {
                onRun();
                return true;
              },
            },
          ]),
        ),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });

  return {
    text: () => view.state.doc.toString(),
    setText(next) {
      if (next === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    focus: () => view.focus(),
    lint: () => forceLinting(view),
  };
};
