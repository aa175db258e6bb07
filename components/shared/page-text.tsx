import { visibleText } from '../../lib/texts/visible-text.ts';

/** A piece of text from the page, set apart so that it can neither be translated nor reorder the words around it. */
export function PageText({ text, class: className }: { text: string; class?: string }) {
  return (
    <bdi class={className} lang="zh-CN" translate={false}>
      {visibleText(text)}
    </bdi>
  );
}
