// The loop of a worker process: a file comes, its documents go back, until the indexer is gone.

#pragma once

namespace tracuu::input {

// Enters the sandbox, says hello on `socket` and serves it. Returns the exit status.
int serve_files(int socket);

}  // namespace tracuu::input
