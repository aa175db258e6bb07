import './holder-row.css';
import { countText } from '../../../lib/texts/amount-texts.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { PageText } from '../../shared/page-text.tsx';
import { Sentence } from '../../shared/sentence.tsx';
import type { Family } from './grid-rows.ts';

/** A row over the sites of one holder, or over those that have none in common. */
export function HolderRow(props: {
  t: Translate;
  family: Family;
  count: number;
  columnCount: number;
  index: number;
  startPx: number;
  isActive: boolean;
  onFocus: (index: number) => void;
}) {
  const { t, family, count, columnCount, index, startPx, isActive, onFocus } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot leave rows out.
    <div
      role="row"
      class="grid-row holder"
      data-row={index}
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={index + 2}
      style={{ translate: `0 ${startPx}px` }}
      onFocus={() => onFocus(index)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus. */}
      <div role="gridcell" aria-colindex={1} aria-colspan={columnCount}>
        {family.sort === 'family' ? (
          <Sentence t={t} text="workspace_holder" parts={[<PageText text={family.subject} />, countText(t, count)]} />
        ) : (
          t(family.sort === 'single' ? 'workspace_holder_single' : 'workspace_holder_none', countText(t, count))
        )}
      </div>
    </div>
  );
}
