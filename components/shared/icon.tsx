/** The shapes of icons. Each has its own outline, so that colour is never needed to tell them apart. */
const shapes = {
  valid: ['M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z', 'M5 8.3l2.1 2.1L11.2 6'],
  suspect: ['M8 1.9l6.6 11.7H1.4z', 'M8 6.2v3.4', 'M8 11.5v.3'],
  malformed: ['M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z', 'M5.8 5.8l4.4 4.4', 'M10.2 5.8l-4.4 4.4'],
  placeholder: ['M2 5V2h3', 'M11 2h3v3', 'M14 11v3h-3', 'M5 14H2v-3', 'M5.5 8h5'],
  unofficial: ['M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z', 'M3.5 12.5l9-9'],
  unknown: [
    'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z',
    'M6.2 6.3a1.8 1.8 0 1 1 2.6 1.7c-.5.3-.8.6-.8 1.3',
    'M8 11.4v.3',
  ],
  note: ['M2.5 2h11v12h-11z', 'M8 7.4v3.6', 'M8 4.9v.3'],
  copy: ['M5.5 5.5h8v8h-8z', 'M10.5 5.5v-3h-8v8h3'],
  done: ['M2.5 8.5l3.6 3.6L13.5 4.4'],
  show: ['M8 1.5v3', 'M8 11.5v3', 'M1.5 8h3', 'M11.5 8h3', 'M8 4.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 0 1 0-7.6z'],
  more: ['M6 3.5l4.5 4.5L6 12.5'],
  open: ['M9.5 2.5h4v4', 'M13.5 2.5l-6 6', 'M6.5 3.5h-4v10h10v-4'],
} as const;

/** The name of a shape. */
export type Shape = keyof typeof shapes;

/** An icon beside words with the same meaning. Screen readers skip it. */
export function Icon({ shape }: { shape: Shape }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {shapes[shape].map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  );
}
