const { PATH = '', NODE_COMPILE_CACHE } = process.env;

/** What a process that a test starts needs of this one's environment: none of it is a setting of the product. */
export const bareEnvironment: Readonly<Record<string, string>> = { PATH, ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }) };
