import { beforeEach, expect, test } from 'vitest';
import { type Root, search } from './search.ts';

const textsIn = (root: Root): string[] => {
  const texts: string[] = [];
  for (const _ of search(root, (text) => texts.push(text.data))) {
    // The caller would rest here.
  }
  return texts;
};

beforeEach(() => document.body.replaceChildren());

test('text is found wherever it stands, once and in order', () => {
  document.body.innerHTML = '备1<p>备2<b>备3</b>备4</p>备5<div><i>文</i>备6</div>备7';
  expect(textsIn(document.body)).toEqual(['备1', '备2', '备3', '备4', '备5', '备6', '备7']);
});

test.each([1, 150, 151, 400])('text among %d elements is found at the edges of all stretches', (count) => {
  document.body.innerHTML = '<p>文</p>'.repeat(count);
  const wanted: string[] = [];
  for (let at = 0; at < count; at += Math.max(1, Math.floor(count / 40))) {
    const text = `备${at}`;
    wanted.push(text, `${text}后`);
    const element = document.body.children[at];
    element?.replaceChildren(text);
    element?.after(`${text}后`);
  }
  // What was put behind an element moves nothing: it is text.
  expect(textsIn(document.body)).toEqual(wanted);
});

test('text directly in the body is found', () => {
  document.body.textContent = '备';
  expect(textsIn(document.body)).toEqual(['备']);
});

test('text of scripts and styles is not found', () => {
  document.body.innerHTML = '<script>备</script><style>备</style><textarea>备</textarea><p>文</p>';
  expect(textsIn(document.body)).toEqual([]);
});

test('text in a shadow root is found only in a search of that root', () => {
  const host = document.createElement('x-foot');
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = '备1<p>备2</p>';
  document.body.append(host);
  expect(textsIn(document.body)).toEqual([]);
  expect(textsIn(root)).toEqual(['备1', '备2']);
});
