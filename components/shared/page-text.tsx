import { visibleText } from '../../lib/texts/visible-text.ts';

/** A piece of text from the page. It is isolated: browsers do not translate it, and it cannot reorder the words around it. */
export function PageText({ text, class: className }: { text: string; class?: string }) {
  return (
    <bdi class={className} lang="zh-CN" translate={false}>
      {visibleText(text)}
    </bdi>
  );
}
