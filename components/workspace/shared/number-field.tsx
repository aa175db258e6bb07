import './number-field.css';
import { useEffect, useState } from 'preact/hooks';

/**
 * A field for a whole number between bounds. What is typed counts when it is done, not on the way there: 3 is no 365. Where it
 * is no such number, the one before comes back.
 */
export function NumberField(props: {
  /** Once in the document. */
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
