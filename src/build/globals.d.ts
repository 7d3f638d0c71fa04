/** Constants that the build writes into the bundles. */

/** The version in package.json. */
declare const __VERSION__: string;
