const { PATH = '', NODE_COMPILE_CACHE } = process.env;

/** The environment variables that a process started by a test inherits. None of them is a setting of the product. */
export const bareEnvironment: Readonly<Record<string, string>> = { PATH, ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }) };
