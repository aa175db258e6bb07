/**
 * Closed unions of texts start as one `as const` list, and everything else takes that list. What is decided of each member is a
 * table, which does not compile without an answer for every one.
 */
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { isTest, nodesOf, parse, root, sourcesIn } from './source-files.ts';

/** Files that are shipped, the commands, and the tools. */
const files = sourcesIn(['lib', 'components', 'entrypoints', 'cli', 'tools']).filter((file) => !isTest(file));

const sources = new Map(files.map((file) => [file, parse(file)]));

/** A list of a union's members, as `name = ['a', 'b'] as const`, and where it stands. */
type List = { name: string; file: string; members: string[]; node: ts.ArrayLiteralExpression };

const lists: List[] = [...sources].flatMap(([file, source]) =>
  source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
    declarationList.declarations.flatMap(({ name, initializer }) => {
      const node = constantArray(initializer);
      if (node === null) return [];
      const members = textsOf(node.elements);
      return members === null ? [] : [{ name: name.getText(), file, members, node }];
    }),
  ),
);

/** Unions of texts that a type names by hand, without a list: an array of the same texts asks for one. */
const namedUnions: { name: string; file: string; members: string[] }[] = [...sources].flatMap(([file, source]) =>
  source.statements.filter(ts.isTypeAliasDeclaration).flatMap(({ name, type }) => {
    const members = ts.isUnionTypeNode(type) ? textsOf(type.types) : null;
    return members === null ? [] : [{ name: name.text, file, members }];
  }),
);

/** The array of `[…] as const`, with or without `satisfies`. */
function constantArray(node: ts.Expression | undefined): ts.ArrayLiteralExpression | null {
  if (node === undefined) return null;
  if (ts.isSatisfiesExpression(node)) return constantArray(node.expression);
  if (!ts.isAsExpression(node) || node.type.getText() !== 'const') return null;
  return ts.isArrayLiteralExpression(node.expression) ? node.expression : null;
}

/** The texts of nodes that are two texts or more, and nothing else; null for others. */
function textsOf(nodes: readonly ts.Node[]): string[] | null {
  const texts = nodes.flatMap((node) => {
    const literal = ts.isLiteralTypeNode(node) ? node.literal : node;
    return ts.isStringLiteral(literal) ? [literal.text] : [];
  });
  return texts.length === nodes.length && texts.length > 1 ? texts : null;
}

/** Whether texts are most of a list's members: with those it had before one was added, they are still. */
const repeats = (texts: readonly string[], { members }: { members: string[] }): boolean =>
  texts.length * 2 > members.length && texts.every((text) => members.includes(text));

/** Every array and every union type of texts in a file, but for the lists themselves. */
function enumerations(file: string): { node: ts.Node; texts: string[] }[] {
  const own = new Set<ts.Node>(lists.map(({ node }) => node));
  return nodesOf(file).flatMap((node) => {
    const parts = ts.isArrayLiteralExpression(node) ? node.elements : ts.isUnionTypeNode(node) ? node.types : [];
    const texts = textsOf(parts);
    return texts !== null && !own.has(node) ? [{ node, texts }] : [];
  });
}

test('the lists of closed unions are found', () => {
  expect(lists.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['pageParts', 'statuses', 'auditStates', 'outcomes', 'pageOutcomeStates', 'languages']),
  );
});

test('no array and no type lists most members of a closed union a second time', () => {
  const second = files.flatMap((file) =>
    enumerations(file).flatMap(({ node, texts }) => {
      const known = ts.isArrayLiteralExpression(node) ? [...lists, ...namedUnions] : lists;
      const list = known.find((each) => repeats(texts, each));
      return list === undefined ? [] : [`${file}: ${node.getText()} repeats ${list.name} of ${list.file}`];
    }),
  );
  expect(second).toEqual([]);
});

test('no schema lists the members of a union itself', () => {
  const inline = files.flatMap((file) =>
    enumerations(file).flatMap(({ node: { parent } }) =>
      ts.isCallExpression(parent) && parent.expression.getText() === 'z.enum' ? [`${file}: ${parent.getText()}`] : [],
    ),
  );
  expect(inline).toEqual([]);
});

test('every schema of a union of objects is held against the type of the union', () => {
  let count = 0;
  for (const file of files) {
    for (const node of nodesOf(file)) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'z.discriminatedUnion') continue;
      count++;
      const holder = ts.isCallExpression(node.parent) ? node.parent.expression.getText() : '';
      expect(holder, `${file}: write exactly<Union>()(z.discriminatedUnion(…))`).toMatch(/^exactly<.+>\(\)$/);
    }
  }
  expect(count).toBeGreaterThan(4);
});

/** Where a document of one site has a member, by the list that it comes from: the path, and the value that holds it there. */
const inDocuments: Record<string, (member: string) => Record<string, unknown>> = {
  auditStates: (state) => ({ 'audit.state': state }),
  plainKinds: (kind) => ({ 'reports.0.report.findings.0.number.kind': kind, 'entries.0.numbers.0.kind': kind }),
  statuses: (status) => ({ 'reports.0.report.findings.0.number.status': status, 'entries.0.numbers.0.status': status }),
  serviceTypes: (type) => ({ 'reports.0.report.findings.0.number.service': { number: 1, type } }),
  roles: (role) => ({ 'reports.0.report.findings.0.role': role, 'entries.0.numbers.0.role': role }),
  pageParts: (place) => ({ 'reports.0.report.findings.0.place': place }),
  sources: (source) => ({ 'reports.0.report.findings.0.source': source }),
  locations: (where) => ({
    'reports.0.report.server': { state: 'seen', ip: '192.0.2.1', where, tableDate: '2026-11-01' },
  }),
  outcomes: (outcome) => ({ 'reports.0.report.checks.0.outcome': outcome, 'entries.0.worst': outcome }),
  unreachableCauses: (cause) => ({ 'entries.0.ending': { state: 'unreachable', cause, status: null } }),
  barriers: (barrier) => ({ 'entries.0.ending': { state: 'barrier', barrier } }),
};

const block = { id: 0, text: 'x', source: 'text', place: 'footer', hidden: false, look: null, links: [] };

/** The same for what a page sends to the background. */
const inScans: Record<string, (member: string) => object> = {
  pageParts: (place) => ({ ...block, place }),
  sources: (source) => ({ ...block, source }),
};

const tool = { name: 'ICP Lens', version: '0.1.0' };
const saving = { name: 'save', format: 'json', audit: 'a', places: [0], language: 'en', tool };
const options = { concurrency: 3, limitMs: 30_000, retries: 1, lookFurther: false };
const head = { id: 'a', name: 'a', createdAt: '2026-11-22T08:00:00.000Z', state: 'running', options };

/** The same for what a page gives to its worker. */
const inTasks: Record<string, (member: string) => object> = {
  auditStates: (state) => ({ name: 'start', audit: { ...head, state } }),
  auditFormats: (format) => ({ ...saving, format }),
  languages: (language) => ({ ...saving, language }),
};

/** The same for what a worker tells its page. */
const inNews: Record<string, (member: string) => object> = {
  addressFaults: (reason) => ({
    name: 'read',
    summary: {
      addresses: 0,
      duplicates: { count: 0, first: [] },
      invalidLines: { count: 1, first: [{ at: { text: 0, line: 0 }, content: 'x', reason }] },
      tables: [],
    },
    unreadable: [],
  }),
};

/** Lists whose members are in nothing that is sent or taken in: who else goes through them. */
const notSent: Record<string, string> = {
  pageOutcomeStates: 'members of the union of objects are: exact-schema.test.ts; filters: filter-bar.test.tsx',
  unreachedStates: 'some of the states that readings end in',
  standings: 'nobody: words are given to each by a table',
  sortColumns: 'nobody: a key is given to each by a table',
  changeStates: 'filters: filter-bar.test.tsx',
};

describe('where a member is added to the list of each closed union and to nothing else', () => {
  const added = 'added';
  const exported = lists.filter(
    ({ file, node }) =>
      file.startsWith('lib/') && /^export /.test(sources.get(file)?.text.slice(statementOf(node)) ?? ''),
  );

  /** The lists are made longer before the modules are loaded that take them. */
  async function loaded() {
    const [messages, workerMessages, document, schemaTool, fixtures] = await Promise.all([
      import('../lib/messages/parse-message.ts'),
      import('../lib/jobs/parse-worker-message.ts'),
      import('../lib/export/document.ts'),
      import('../tools/report-schema.ts'),
      import('../lib/export/fixtures.ts'),
    ]);
    const report = fixtures.reportOf(['京ICP备2021018374号-1']);
    const whole = {
      format: 'icp-lens-audit',
      version: 2,
      exportedAt: '2026-11-22T09:00:00.000Z',
      tool,
      audit: { ...head, size: 1 },
      entries: [fixtures.entryOf(0, report, { audit: 'a' })],
      reports: [{ place: 0, report }],
    };
    const schema: object = JSON.parse(schemaTool.reportSchemaSource());
    return {
      ...messages,
      ...workerMessages,
      ...document,
      sample: JSON.stringify(whole),
      isPublished: new Ajv2020({ strict: true, formats: { 'date-time': true } }).compile(schema),
    };
  }
  let modules: Awaited<ReturnType<typeof loaded>>;

  beforeAll(async () => {
    for (const { file, name } of exported) {
      const module: Record<string, unknown> = await import(join(root, file));
      (module[name] as string[]).push(added);
    }
    modules = await loaded();
  });

  /** The names of the lists that a table has cases of. */
  const named = (table: object): string[] => Object.keys(table);

  test('every list has a case here, or a reason for none', () => {
    const known = [inDocuments, inScans, inTasks, inNews, notSent].flatMap(named);
    expect(exported.map(({ name }) => name).sort()).toEqual([...new Set(known)].sort());
  });

  const documentWith = (values: Record<string, unknown>): string => {
    const document = JSON.parse(modules.sample);
    for (const [path, value] of Object.entries(values)) {
      const steps = path.split('.');
      const last = steps.pop() ?? '';
      const holder = steps.reduce((at, step) => at[step], document);
      expect(holder, path).toHaveProperty(last);
      holder[last] = value;
    }
    return JSON.stringify(document);
  };

  test.each(
    Object.entries(inDocuments),
  )('an export with a member that %s gained is taken in, and as published', (_, put) => {
    const text = documentWith(put(added));
    expect(modules.readDocument(text)).toMatchObject({ ok: true });
    expect(modules.isPublished(JSON.parse(text)), JSON.stringify(modules.isPublished.errors)).toBe(true);
  });

  test.each(Object.entries(inDocuments))('an export with a text that is not among %s is refused', (_, put) => {
    const text = documentWith(put('other'));
    expect(modules.readDocument(text)).toMatchObject({ ok: false, fault: 'invalid' });
    expect(modules.isPublished(JSON.parse(text))).toBe(false);
  });

  test.each(
    Object.entries(inScans),
  )('a scan with a member that %s gained reaches the background, another does not', (_, put) => {
    const scanned = (member: string) => ({
      name: 'scanned',
      data: { url: 'https://example.cn/', blocks: [put(member)], capped: false, otherFrames: 0 },
    });
    expect(modules.parseMessage(scanned(added))).toEqual(scanned(added));
    expect(modules.parseMessage(scanned('other'))).toEqual({ name: 'scanned', data: null });
  });

  test.each(
    Object.entries(inTasks),
  )('a task with a member that %s gained reaches the worker, another does not', (_, put) => {
    expect(modules.parseWorkerTask(put(added))).toEqual(put(added));
    expect(modules.parseWorkerTask(put('other'))).toBeNull();
  });

  test.each(Object.entries(inNews))('news with a member that %s gained reach the page, others do not', (_, put) => {
    expect(modules.parseWorkerMessage(put(added))).toEqual(put(added));
    expect(modules.parseWorkerMessage(put('other'))).toBeNull();
  });
});

/** Where the statement that holds a node begins in its file. */
function statementOf(node: ts.Node): number {
  return ts.isSourceFile(node.parent) ? node.getStart() : statementOf(node.parent);
}
