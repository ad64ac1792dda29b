package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"slices"

	"lectern/internal/theme"
	"lectern/layouts"
)

// workerFile saves the course on a student's device when asked to, and serves
// it from there. It lies at the top: a browser lets it serve its own folder.
const workerFile = theme.WorkerFile

// savedCourse is what the worker knows of the course.
type savedCourse struct {
	ID    string     `json:"id"`
	Build string     `json:"build"` // another one for every change of any file
	Files savedFiles `json:"files"`
	// What the worker says, by the languages besides the course's own.
	Words map[string]map[string]string `json:"words,omitempty"`
}

// fillWorker writes sw.js, once all other files are as they will be.
func (w *workshop) fillWorker(files []File) {
	script, err := w.worker(files)
	if err != nil {
		w.diags.ErrorIn("layouts", "theme", err.Error(), "")
	}
	for i, f := range files {
		if f.Path == workerFile {
			files[i].Data = script
		}
	}
}

// worker is the script for a site of these files.
func (w *workshop) worker(files []File) ([]byte, error) {
	code, err := w.languages[0].theme.Worker()
	if err != nil {
		return nil, err
	}
	saved := savedCourse{ID: w.config.ID.Value, Files: savedFiles{}, Words: map[string]map[string]string{}}
	for _, b := range w.languages[1:] {
		saved.Words[b.code] = b.theme.SaidBy(code)
	}
	for _, f := range files {
		if f.Path != workerFile {
			saved.Files[f.Path] = [2]any{f.print(), f.Size()}
		}
	}
	list, err := json.Marshal(saved)
	if err != nil {
		return nil, err
	}
	const unknown, known = `"build":""`, `"build":"%s"`
	list = bytes.Replace(list, []byte(unknown), fmt.Appendf(nil, known, fingerprint(append(slices.Clip(list), code...))), 1)
	return fmt.Appendf(nil, "var course=%s;\nvar Lectern={words:{},icons:{}};\n%s\n", list, code), nil
}

// savedFiles are files by their paths: fingerprint, and size in bytes.
type savedFiles map[string][2]any

// MarshalJSON implements json.Marshaler: there are thousands of files.
func (s savedFiles) MarshalJSON() ([]byte, error) {
	list := []byte("{")
	for i, path := range sortedKeys(s) {
		if i > 0 {
			list = append(list, ',')
		}
		name, err := json.Marshal(path)
		if err != nil {
			return nil, err
		}
		list = fmt.Appendf(append(list, name...), `:["%s",%d]`, s[path][0], s[path][1])
	}
	return append(list, '}'), nil
}

// fingerprint is what the worker knows a file's content by.
func fingerprint(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// sizeHere stands on the first page for the size of the whole site until that
// is known. No author writes it by chance.
const sizeHere = "size-of-the-site-9d51c7"

// fillSize writes how much there is to save into the first page of each
// language, and weighs it anew.
func (w *workshop) fillSize(files []File, weights []Weight) {
	sum := 0
	for _, f := range files {
		sum += f.Size()
	}
	for _, b := range w.languages {
		home := b.folder + homePage
		i := slices.IndexFunc(files, func(f File) bool { return f.Path == home })
		files[i].Data = bytes.ReplaceAll(files[i].Data, []byte(sizeHere), []byte(html.EscapeString(sayBytes(b.theme.Words, sum))))
		at := slices.IndexFunc(weights, func(w Weight) bool { return w.Path == home })
		weights[at].Bytes = theme.Compressed(files[i].Data)
	}
}

// sayBytes says a size as students know sizes, rounded up.
func sayBytes(words *layouts.Words, n int) string {
	const kilobyte, megabyte = 1000, 1000 * 1000
	if n <= 999*kilobyte {
		return words.Say("size-kb", "n", (n+kilobyte-1)/kilobyte)
	}
	return words.Say("size-mb", "n", (n+megabyte-1)/megabyte)
}
