import './holder-row.css';
import { countText } from '../../../lib/texts/amount-texts.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { PageText } from '../../shared/page-text.tsx';
import { Sentence } from '../../shared/sentence.tsx';
import type { HolderGroup } from './grid-rows.ts';

/** The heading of a group of sites. */
export function HolderRow(props: {
  t: Translate;
  group: HolderGroup;
  count: number;
  columnCount: number;
  index: number;
  startPx: number;
  isActive: boolean;
  onFocus: (index: number) => void;
}) {
  const { t, group, count, columnCount, index, startPx, isActive, onFocus } = props;
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
        {group.sort === 'family' ? (
          <Sentence t={t} text="workspace_holder" parts={[<PageText text={group.subject} />, countText(t, count)]} />
        ) : (
          t(group.sort === 'single' ? 'workspace_holder_single' : 'workspace_holder_none', countText(t, count))
        )}
      </div>
    </div>
  );
}
