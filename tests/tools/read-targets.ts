import { readFile, stat } from 'node:fs/promises';

/** What `scan` is to look at, with its name as asked for; or why it cannot. */
export type Target =
  | { asked: string; address: string }
  | { asked: string; file: string }
  | { asked: string; fault: string };

/** What an argument or a line of a list can be told to be by its looks. */
export type Reference = { address: string } | { path: string } | null;

/**
 * Tells an address from a path: `https://a.cn/`, `a.cn/about` and `localhost:8080` are addresses, `./pages/a.html` and
 * `list.txt` paths. A bare host gets `https://`. Null: neither.
 */
export function referenceOf(text: string): Reference {
  if (/^https?:\/\//i.test(text)) return URL.canParse(text) ? { address: text } : null;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /\s/.test(text)) return null;
  const pattern = /^(?<name>[^/?#:]+|\[[0-9a-f:.]+\])(:\d{1,5})?(?<rest>[/?#].*)?$/i;
  const { name = '', rest } = pattern.exec(text)?.groups ?? {};
  const isFile = rest === undefined && /\.(html?|txt|csv|list|md|jsonl?)$/i.test(name);
  const isHost = /^(localhost|\[.+\]|[^.]+(\.[^.]+)+\.?)$/i.test(name) && !isFile;
  const address = `https://${text}`;
  return isHost && URL.canParse(address) ? { address } : { path: text };
}

/** The lines of a list that name something: blank lines and those that begin with `#` do not. `line` counts from 1. */
export function listLines(text: string): { line: number; content: string }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((content, index) => ({ line: index + 1, content: content.trim() }))
    .filter(({ content }) => content !== '' && !content.startsWith('#'));
}

/** The targets of the addresses in a list called `name`. A line that is no address becomes a target with its fault. */
export function targetsOfList(name: string, text: string): Target[] {
  return listLines(text).map(({ line, content }) => {
    const reference = referenceOf(content);
    return reference !== null && 'address' in reference
      ? { asked: content, address: reference.address }
      : { asked: content, fault: `not an address (${name}:${line})` };
  });
}

/** The targets that the arguments name, in their order: addresses, local pages, lists of addresses, `-` for a list on stdin. */
export async function readTargets(args: readonly string[], stdin: () => Promise<string>): Promise<Target[]> {
  const targets: Target[] = [];
  for (const asked of args) targets.push(...(await targetsOf(asked, stdin)));
  return targets;
}

async function targetsOf(asked: string, stdin: () => Promise<string>): Promise<Target[]> {
  if (asked === '-') return targetsOfList('stdin', await stdin());
  const found = await stat(asked).catch(() => null);
  if (found?.isFile()) {
    if (/\.html?$/i.test(asked)) return [{ asked, file: asked }];
    return readFile(asked, 'utf8').then(
      (text) => targetsOfList(asked, text),
      () => [{ asked, fault: 'the file cannot be read' }],
    );
  }
  const reference = referenceOf(asked);
  if (reference !== null && 'address' in reference) return [{ asked, address: reference.address }];
  if (reference === null) return [{ asked, fault: 'neither an http(s) address nor a file' }];
  return [{ asked, fault: found === null ? 'no such file' : 'not a file' }];
}
