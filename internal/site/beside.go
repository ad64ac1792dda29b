package site

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// atOnce is how much of a file that lies beside the lessons is in the memory at
// a time, in bytes: a film may be larger than the memory.
const atOnce = 1 << 20

// fileBeside is a file of the course as it stands in the site. What is larger
// than atOnce is read again when it is written.
func (b *builder) fileBeside(name, path string) (File, error) {
	from, err := b.fsys.Open(name)
	if err != nil {
		return File{}, err
	}
	defer from.Close()
	about, err := from.Stat()
	if err != nil {
		return File{}, err
	}
	if _, ok := from.(io.Seeker); !ok || about.Size() <= atOnce {
		data, err := io.ReadAll(from)
		return File{Path: path, Data: data}, err
	}
	buffer, sum, made := make([]byte, atOnce), sha256.New(), &kept{}
	for {
		n, err := io.ReadFull(from, buffer)
		ends := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !ends {
			return File{}, err
		}
		sum.Write(buffer[:n])
		made.pieces = append(made.pieces, pieceBeside(b.fsys, name, int64(made.size), sha256.Sum256(buffer[:n]), n))
		if made.size += n; ends {
			made.print = hex.EncodeToString(sum.Sum(nil)[:8])
			return File{Path: path, kept: made}, nil
		}
	}
}

// pieceBeside reads size bytes of a file again, from a place on. It fails when
// they are others by now: the site would have half of each.
func pieceBeside(fsys fs.FS, name string, place int64, was [sha256.Size]byte, size int) piece {
	return func(room []byte) ([]byte, error) {
		from, err := fsys.Open(name)
		if err != nil {
			return nil, err
		}
		defer from.Close()
		if _, err := from.(io.Seeker).Seek(place, io.SeekStart); err != nil {
			return nil, err
		}
		if cap(room) < size {
			room = make([]byte, size)
		}
		data := room[:size]
		if _, err := io.ReadFull(from, data); err != nil || sha256.Sum256(data) != was {
			return nil, fmt.Errorf("%s was changed while the site was built; build it again", name)
		}
		return data, nil
	}
}
