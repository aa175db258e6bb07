import { expect, test } from '@playwright/test';
import { manifestOf, scriptsOf } from '../../support/build-output.ts';

const commonKeys = [
  'action',
  'background',
  'content_scripts',
  'default_locale',
  'description',
  'icons',
  'manifest_version',
  'name',
  'version',
];

/** For each library that the content script must not contain, a text in it that survives minification. */
const marks = {
  preact: 'dangerouslySetInnerHTML',
  'zod/mini': 'invalid_type',
  'webextension-polyfill': 'This script should only be loaded in a browser extension',
};

/** The permissions of each build. The optional ones are for servers, for tabs and bookmarks in an audit, and for screenshots. */
const permissions = {
  chrome: {
    permissions: ['activeTab', 'scripting', 'storage', 'webRequest'],
    optional_permissions: ['tabs', 'bookmarks'],
    optional_host_permissions: ['*://*/*', '<all_urls>'],
  },
  firefox: {
    permissions: ['activeTab', 'scripting', 'storage'],
    optional_permissions: ['webRequest', 'tabs', 'bookmarks'],
    optional_host_permissions: ['<all_urls>'],
  },
};

for (const browser of ['chrome', 'firefox'] as const) {
  test.describe(`the ${browser} build`, () => {
    test('requests exactly the listed permissions, and manifest.json has no other key', () => {
      const manifest = manifestOf(browser);
      expect(manifest).toMatchObject(permissions[browser]);
      // Any other extension of its abilities, or of who can reach it, would need another key.
      const keys = [
        ...commonKeys,
        ...Object.keys(permissions[browser]),
        browser === 'chrome' ? 'minimum_chrome_version' : 'browser_specific_settings',
      ];
      expect(Object.keys(manifest).sort()).toEqual(keys.sort());
    });

    test('runs one content script, on web pages only, in an isolated world', () => {
      expect(manifestOf(browser).content_scripts).toEqual([
        { matches: ['http://*/*', 'https://*/*'], js: ['content-scripts/scan.js'] },
      ]);
    });

    test('has no library in the content script', () => {
      const { 'content-scripts/scan.js': contentScript, ...others } = scriptsOf(browser);
      for (const [library, mark] of Object.entries(marks)) {
        expect(Object.values(others).join('\n'), `${library} is told by its mark`).toContain(mark);
        expect(contentScript, `${library} is not in the content script`).not.toContain(mark);
      }
    });
  });
}

test('the manifest places the button in the toolbar of Firefox, and names no place for Chromium', () => {
  expect(manifestOf('firefox').action).toMatchObject({ default_area: 'navbar', default_popup: 'popup.html' });
  expect(manifestOf('chrome').action).not.toHaveProperty('default_area');
});

test('the firefox build tells reviewers that no data is collected', () => {
  expect(manifestOf('firefox').browser_specific_settings).toMatchObject({
    gecko: { data_collection_permissions: { required: ['none'] } },
  });
});
