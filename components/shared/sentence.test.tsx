import { render } from 'preact';
import { expect, test } from 'vitest';
import { textsOf } from './fixtures.ts';
import { PageText } from './page-text.tsx';
import { Sentence } from './sentence.tsx';

function drawn(parts: Parameters<typeof Sentence>[0]['parts']): HTMLElement {
  const root = document.createElement('p');
  render(<Sentence t={textsOf('en')} text="rule" parts={parts} />, root);
  return root;
}

test('the parts of a sentence replace its placeholders', () => {
  expect(drawn([<b>stated in law</b>, 'Decree 33']).innerHTML).toBe('Rule: <b>stated in law</b>. Source: Decree 33');
});

test('a part that looks like a placeholder is inserted as text', () => {
  const root = drawn([<PageText text="$2 <img src=x onerror=alert(1)>" />, 'Decree 33']);
  expect(root.querySelector('img')).toBeNull();
  expect(root.querySelector('bdi')?.textContent).toBe('$2 <img src=x onerror=alert(1)>');
  expect(root.textContent).toBe('Rule: $2 <img src=x onerror=alert(1)>. Source: Decree 33');
});
