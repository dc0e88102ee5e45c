#!/usr/bin/env node
// Plain JavaScript, so that a Node which is too old reads as far as the guard and is told so.
import "../dist/src/node-guard.js";
import module from "node:module";

// Into the folder for temporary files of the system, or where NODE_COMPILE_CACHE says; never beside this file.
module.enableCompileCache();
import("../dist/src/cli.js");
