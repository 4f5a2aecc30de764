// Reads a report from standard input with reviewdog's own parser, in the format that is named
// as the argument, and writes what reviewdog makes of it: one diagnostic a line.
package main

import (
	"fmt"
	"os"

	"github.com/reviewdog/reviewdog/parser"
	"google.golang.org/protobuf/encoding/protojson"
)

func main() {
	reader, err := parser.New(&parser.Option{FormatName: os.Args[1]})
	if err != nil {
		fail(err)
	}
	diagnostics, err := reader.Parse(os.Stdin)
	if err != nil {
		fail(err)
	}
	for _, diagnostic := range diagnostics {
		diagnostic.OriginalOutput = ""
		line, err := protojson.Marshal(diagnostic)
		if err != nil {
			fail(err)
		}
		fmt.Println(string(line))
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
