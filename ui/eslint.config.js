import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const tauri = {
  group: ["@tauri-apps/*"],
  message: "Only src/backend/tauri.ts knows Tauri; everything else speaks through the Backend interface.",
};

// The rooms that hold what the app is about. They do not know one another: only views/ puts them together.
const rooms = ["accounts", "badges", "help", "intake", "stacks", "portfolios", "reviews", "settings"];

const other = (room) => ({
  group: rooms.filter((name) => name !== room).map((name) => `**/${name}/**`),
  message: "Rooms do not import one another; views/ puts them together, marks/ holds what they share.",
});

const views = {
  group: ["**/views/**", "**/shell/**"],
  message: "Views use rooms, never the other way round.",
};

export default tseslint.config(
  { ignores: ["dist", "dist-viewer", "node_modules", "src/backend/bindings.ts"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "no-restricted-imports": ["error", { patterns: [tauri] }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "Text of strangers is never HTML here.",
        },
        {
          selector: "MemberExpression[property.name=/^(innerHTML|outerHTML)$/]",
          message: "Text of strangers is never HTML here.",
        },
      ],
      "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ["src/backend/tauri.ts"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["src/components/**"],
    rules: {
      "max-lines": ["error", { max: 120, skipBlankLines: true, skipComments: true }],
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            tauri,
            {
              group: [
                "**/backend/**",
                "**/marks/**",
                "**/views/**",
                "**/shell/**",
                ...rooms.map((name) => `**/${name}/**`),
              ],
              message: "components/ knows no word of badges: it is handed what it shows.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["src/marks/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [tauri, views, other("")] }] },
  },
  ...rooms.map((room) => ({
    files: [`src/${room}/**`],
    rules: { "no-restricted-imports": ["error", { patterns: [tauri, views, other(room)] }] },
  })),
  {
    files: ["src/backend/memory/**", "**/*.test.{ts,tsx}", "e2e/**"],
    rules: { "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }] },
  },
  { files: ["*.js"], ...tseslint.configs.disableTypeChecked },
);
