import { useRef } from 'preact/hooks';

/** A button that lets the reader choose a file. */
export function FileButton(props: { label: string; accept: string; disabled?: boolean; onFile: (file: File) => void }) {
  const { label, accept, disabled = false, onFile } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          // Allows the same file to be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
