import { beforeEach, expect, test, vi } from 'vitest';
import { type Run, readRuns } from './runs.ts';
import { isVisible } from './visibility.ts';

vi.mock('./visibility.ts', () => ({ isVisible: vi.fn(({ data }: Text) => !data.includes('暗')) }));

const asked = vi.mocked(isVisible);
const inline = { display: 'inline', position: 'static', whiteSpace: 'pre' };
const block = { ...inline, display: 'block' };
const style = vi.fn((element: Element) => (/^(pre|div|p)$/.test(element.localName) ? block : inline));
vi.stubGlobal('getComputedStyle', style);

const filing = '京ICP备2021018374号-1';

beforeEach(() => vi.clearAllMocks());

type Outcome = { runs: Run[]; capped: boolean };

/** Reads the runs of an element with this content, and gives the most questions that it put to the browser at a time. */
function read(html: string): Outcome & { mostAtOnce: number } {
  const container = document.createElement('pre');
  container.innerHTML = html;
  const reading = readRuns(container);
  const questions = (): number => style.mock.calls.length + asked.mock.calls.length;
  let mostAtOnce = 0;
  for (;;) {
    const before = questions();
    const { done, value } = reading.next();
    mostAtOnce = Math.max(mostAtOnce, questions() - before);
    if (done) return { ...value, mostAtOnce };
  }
}

/** Lines of code as highlighters mark it up, with something in one of them. */
function code(lines: number, at: number, text: string): string {
  const line = '<span>const</span> <span>a</span> <span>=</span> <span>7</span><span>;</span>\n';
  return line.repeat(at) + text + line.repeat(lines - at);
}

test('in long code only texts near a number are tested for visibility', () => {
  const { runs } = read(code(1000, 500, `<span>// ${filing}</span>\n`));
  expect(runs.map(({ text }) => text.includes(filing))).toEqual([true]);
  expect(asked.mock.calls.length).toBeGreaterThan(0);
  expect(asked.mock.calls.length).toBeLessThan(50);
});

test('in long code with an anchor without digits no text is tested for visibility', () => {
  read(code(1000, 500, String.raw`<span>"\u4eac"</span>`));
  expect(asked).not.toHaveBeenCalled();
});

test('long code is read in small steps', () => {
  expect(read(code(1000, 500, `<span>${filing}</span>`)).mostAtOnce).toBeLessThan(5);
});

test('in long code a hidden number is kept apart from visible text', () => {
  const { runs } = read(code(1000, 500, `<span>${filing}</span><span>暗京ICP备2022087316号</span>`));
  const [shown, hidden] = [runs.filter((run) => !run.hidden), runs.filter((run) => run.hidden)];
  expect(shown.map(({ text }) => text.includes(filing) && !text.includes('2022087316'))).toEqual([true]);
  expect(hidden.map(({ text }) => text.trim())).toEqual(['暗京ICP备2022087316号']);
});

test('of thousands of numbers in a container those in the middle are left out, and the result is marked as capped', () => {
  const numbers = Array.from({ length: 3000 }, (_, index) => `京ICP备2021${String(index + 100_000)}号`);
  const { runs, capped } = read(numbers.map((number) => `<span>${number}</span>\n`).join(''));
  const text = runs.map((run) => run.text).join('');
  expect(capped).toBe(true);
  expect(asked.mock.calls.length).toBe(2000);
  expect([numbers[0], numbers[999], numbers[2000], numbers[2999]].every((number) => text.includes(`${number}`))).toBe(
    true,
  );
  expect(text).not.toContain(numbers[1500]);
  // What is left out does not bring together what stands on its two sides.
  expect(runs.length).toBe(2);
});

test('a link covers its own text and no other', () => {
  const { runs } = read(
    `版权<a href="https://beian.miit.gov.cn/">${filing}</a> <a href="https://a.example/">关于</a> ICP备123`,
  );
  expect(runs.map(({ text, links }) => links.map(({ start, end, href }) => [text.slice(start, end), href]))).toEqual([
    [
      [filing, 'https://beian.miit.gov.cn/'],
      ['关于', 'https://a.example/'],
    ],
  ]);
});

test('a link continues after a block inside it', () => {
  const { runs } = read(`<a href="https://beian.miit.gov.cn/">ICP备案<div>一</div>${filing}</a>`);
  expect(runs.map(({ text, links }) => links.map(({ start, end }) => text.slice(start, end)))).toEqual([
    ['ICP备案'],
    [filing],
  ]);
});
