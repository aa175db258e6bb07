import './number-field.css';
import { useEffect, useState } from 'preact/hooks';

/**
 * A field for a whole number between bounds. The value is taken when the reader leaves the field, not while typing: the 3 of 365 must
 * not count. An invalid text is replaced by the value before.
 */
export function NumberField(props: {
  /** Unique in the document. */
  id: string;
  label: string;
  hint: string;
  min: number;
  max: number;
  value: number;
  onValue: (value: number) => void;
}) {
  const { id, label, hint, min, max, value, onValue } = props;
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        min={min}
        max={max}
        step={1}
        required
        value={text}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onChange={({ currentTarget }) => {
          const next = currentTarget.valueAsNumber;
          const isRight = Number.isInteger(next) && next >= min && next <= max;
          if (isRight) onValue(next);
          else setText(String(value));
        }}
      />
      <small id={`${id}-hint`}>{hint}</small>
    </label>
  );
}
