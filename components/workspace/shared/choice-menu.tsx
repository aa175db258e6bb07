import './choice-menu.css';
import { useMemo, useRef } from 'preact/hooks';

/**
 * A menu with any number of choices; none means all. `options` and `onChosen` must be stable values: there may be a hundred choices,
 * and other menus must not render them again.
 */
export function ChoiceMenu<Value extends string>(props: {
  label: string;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChosen: (chosen: Value[]) => void;
}) {
  const { label, options, chosen, onChosen } = props;
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current !== null) menu.current.open = false;
  };
  const boxes = useMemo(
    () =>
      options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ currentTarget }) =>
              onChosen(currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
            }
          />
          {label}
        </label>
      )),
    [options, chosen, onChosen],
  );
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || menu.current?.open !== true) return;
        event.stopPropagation();
        close();
        menu.current.querySelector('summary')?.focus();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && menu.current?.contains(relatedTarget) === false) close();
      }}
    >
      <summary>
        {label}
        {chosen.length > 0 ? <span class="count">{chosen.length}</span> : null}
      </summary>
      <fieldset>
        <legend class="unseen">{label}</legend>
        {boxes}
      </fieldset>
    </details>
  );
}
