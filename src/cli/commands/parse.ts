import type { Command } from 'commander';
import type { ParsedWord } from '../../language/index.ts';
import type { Terminal } from '../terminal.ts';

const EXAMPLES = `
Examples:
  lapwing parse report.txt > report.conllu
  echo "Rebels shelled the garrison." | lapwing parse
  lapwing parse --conllu gold.conllu > predicted.conllu`;

/** `lapwing parse`: text to CoNLL-U, or given words to words with predicted tags and trees. */
export function addParse(program: Command, terminal: Terminal): void {
  program
    .command('parse')
    .description('text to CoNLL-U: words, tags, lemmas, dependency trees')
    .argument('[file]', 'a .txt, .html or .jsonl file, or - for standard input', '-')
    .option('--conllu', 'the input is CoNLL-U: keep its words and sentences, predict the rest')
    .addHelpText('after', EXAMPLES)
    .action((file: string, { conllu }: { readonly conllu?: boolean }) =>
      conllu ? parseConllu(file, terminal) : parseText(file, terminal),
    );
}

async function parseText(file: string, terminal: Terminal): Promise<void> {
  const [{ loadEngine }, { readInputs }, { toConllu }] = await Promise.all([
    import('../../engine/index.ts'),
    import('../inputs.ts'),
    import('../../document/index.ts'),
  ]);
  const engine = await loadEngine();
  for await (const read of readInputs([file], {}))
    if (read.ok) await terminal.write(toConllu(engine.parse(read.value)));
    else terminal.report(read.problem);
}

async function parseConllu(file: string, terminal: Terminal): Promise<void> {
  const [{ loadEngine }, { readWholeFile }, { readConllu }] = await Promise.all([
    import('../../engine/index.ts'),
    import('../whole-file.ts'),
    import('../../document/index.ts'),
  ]);
  const read = await readWholeFile(file);
  if (!read.ok) return terminal.report(read.problem);
  const given = asConllu(read.value, readConllu);
  if (typeof given === 'string') return terminal.report({ code: 'parse/bad-conllu', subject: file, detail: given });
  const engine = await loadEngine();
  for (const sentence of given) {
    const [words = []] = engine.parseTokens([sentence.words.map(({ form }) => form)]);
    await terminal.write(printSentence(sentence, words));
  }
}

type Sentence = ReturnType<typeof import('../../document/index.ts').readConllu>[number];

/** The sentences, or what is wrong with the file. */
function asConllu(text: string, readConllu: (text: string) => readonly Sentence[]): readonly Sentence[] | string {
  try {
    return readConllu(text);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** The sentence as it came, comments and multiword tokens included, with the predicted columns. */
function printSentence({ comments, words }: Sentence, predicted: readonly ParsedWord[]): string {
  const lines = [...comments];
  for (const [index, { id, form, misc, surface }] of words.entries()) {
    if (surface && surface.words > 1) {
      const space = surface.spaceAfter ? '_' : 'SpaceAfter=No';
      lines.push([`${id}-${id + surface.words - 1}`, surface.form, '_', '_', '_', '_', '_', '_', '_', space].join('\t'));
    }
    const { lemma = '_', upos = '_', xpos = '_', head = -1, deprel = '_' } = predicted[index] ?? {};
    lines.push([id, form, lemma || '_', upos, xpos, '_', head + 1, deprel, '_', misc || '_'].join('\t'));
  }
  return `${lines.join('\n')}\n\n`;
}
