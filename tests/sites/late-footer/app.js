// Draws the frame at once, the photographs and the footer when the site's data has arrived, and changes view without loading.
const app = document.getElementById('app');

function element(name, text = '', attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const nav = element('nav');
const main = element('main');
const footer = element('footer');
app.append(nav, main);
main.append(element('p', '正在载入相册…'));

const site = await (await fetch('site.json')).json();

function draw() {
  const name = new URLSearchParams(location.search).get('view') ?? 'home';
  const view = site.views[name] ?? site.views.home;
  main.replaceChildren(element('h1', view.heading), ...view.lines.map((line) => element('p', line)));
  if (view.photos) {
    const photos = element('div', '', { class: 'photos' });
    for (const [from, to] of view.photos) photos.append(element('i', '', { style: `--from: ${from}; --to: ${to}` }));
    main.append(photos);
  }
  footer.replaceChildren(
    ...view.footer.map(({ text, href }) => (href ? element('a', text, { href, rel: 'noreferrer' }) : element('span', text))),
  );
}

for (const [name, { label }] of Object.entries(site.views)) {
  const button = element('button', label, { type: 'button' });
  button.addEventListener('click', () => {
    history.pushState(null, '', `?view=${name}`);
    draw();
  });
  nav.append(button);
}
addEventListener('popstate', draw);
app.append(footer);
draw();
