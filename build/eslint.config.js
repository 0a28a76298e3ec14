import path from 'node:path';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const house = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/unbound-method': 'off',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/only-throw-error': 'error',
  'no-empty': 'error',
  'max-lines': ['error', 400],
  'max-depth': ['error', 4],
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that one word finds it.' },
    { selector: 'TSEnumDeclaration', message: 'Use a union or a const object.' },
  ],
};

const withoutComments = { skipBlankLines: true, skipComments: true };
const functionsOf = (lines) => ['error', { max: lines, ...withoutComments }];

/** Of functions outside tests: a test says in one place what it expects, however much that is. */
const size = {
  'max-lines-per-function': functionsOf(50),
  'max-params': ['error', 4],
  complexity: ['error', { max: 16, variant: 'modified' }],
};

export default tseslint.config(
  { ignores: ['node_modules/**', 'out/**', 'test-results/**'] },
  {
    files: ['{electron,renderer,test,build}/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    /** One program for all rooms: each of its own would read again what the others share. `tsc` keeps them apart. */
    languageOptions: {
      parserOptions: {
        project: 'build/lint.tsconfig.json',
        tsconfigRootDir: path.resolve(import.meta.dirname, '..'),
      },
    },
    rules: house,
  },
  { files: ['{electron,renderer,build}/**/*.{ts,tsx}'], rules: size },
  /** Half of a component is markup, a line an attribute. */
  { files: ['renderer/**/*.tsx'], rules: { 'max-lines-per-function': functionsOf(80) } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['build/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
