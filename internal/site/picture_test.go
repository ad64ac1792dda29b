package site

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

func blank(width, height int) image.Image {
	return image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.White, color.Black})
}

func pngOf(width, height int) []byte {
	var b bytes.Buffer
	_ = png.Encode(&b, blank(width, height)) // writing to memory cannot fail
	return b.Bytes()
}

func jpegOf(width, height int) []byte {
	var b bytes.Buffer
	_ = jpeg.Encode(&b, blank(width, height), nil)
	return b.Bytes()
}

func gifOf(width, height int) []byte {
	var b bytes.Buffer
	_ = gif.Encode(&b, blank(width, height), nil)
	return b.Bytes()
}

// webpOf is the head of a lossless WebP picture, which is all its size needs.
func webpOf(width, height int) []byte {
	head := binary.LittleEndian.AppendUint32([]byte{0x2f}, uint32(width-1)|uint32(height-1)<<14)
	head = append(head, make([]byte, 11)...)
	b := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(12+len(head)))
	b = append(b, "WEBPVP8L"...)
	return append(binary.LittleEndian.AppendUint32(b, uint32(len(head))), head...)
}

func TestPicturesGetTheirSizes(t *testing.T) {
	for name, data := range map[string][]byte{
		"a.png": pngOf(640, 480), "a.jpg": jpegOf(640, 480), "a.JPEG": jpegOf(640, 480),
		"a.gif": gifOf(640, 480), "a.webp": webpOf(640, 480),
		"a.svg":     []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480px"/>`),
		"box.svg":   []byte(`<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><g/></svg>`),
		"comma.svg": []byte(`<svg width="100%" viewBox="0,0,640.4,480"/>`),
	} {
		s := mustBuild(t, small.with(files{
			"content/01-start/01-a-lesson.md": "---\ntitle: A\n---\n![What it shows](" + name + ")\n",
			"content/01-start/" + name:        string(data),
		}).fs(), Options{})
		if want := fmt.Sprintf(`<img src="%s" width="640" height="480" alt="What it shows"`, name); !strings.Contains(s.page(t, "start/a-lesson.html"), want) {
			t.Errorf("%s: the page has no %s", name, want)
		}
		if !bytes.Equal(s.find("start/"+name), data) {
			t.Errorf("%s does not lie beside the page as it was", name)
		}
	}
}

func TestPictureWithoutASizeIsAWarning(t *testing.T) {
	for name, data := range map[string]string{"a.png": "not a picture", "a.svg": "<svg/>", "cut.svg": "<svg", "a.bmp": "BM"} {
		wantMessages(t, small.with(files{
			"content/01-start/01-a-lesson.md": "---\ntitle: A\n---\n![What it shows](" + name + ")\n",
			"content/01-start/" + name:        data,
		}).fs(), "content/01-start/01-a-lesson.md: picture-size")
	}
}

func TestPictureThatIsMissingOrOutsideIsAnError(t *testing.T) {
	for _, name := range []string{
		"missing.png", "../../site.yaml", "../../../etc/passwd", "..%2f..%2fsite.yaml", `..\..\site.yaml`, "/../../etc/passwd", "a-lesson.md", "01-a-lesson.md",
	} {
		wantMessages(t, small.with(files{
			"content/01-start/01-a-lesson.md": "---\ntitle: A\n---\n![What it shows](<" + name + ">)\n",
			"outside.png":                     string(pngOf(1, 1)),
		}).fs(), "content/01-start/01-a-lesson.md: picture-missing")
	}
}

func TestPictureIsFoundHoweverItsNameIsTyped(t *testing.T) {
	const composed, decomposed = "caf\u00e9.png", "cafe\u0301.png"
	for written, onDisk := range map[string]string{
		composed: decomposed, decomposed: composed, "two%20words.png": "two words.png",
		"100%25.png": "100%.png", "a+b.png": "a+b.png", "😀.png": "😀.png", "صورة.png": "صورة.png", "a:b.png": "a:b.png", "a%23b.png": "a#b.png",
	} {
		s := mustBuild(t, small.with(files{
			"content/01-start/01-a-lesson.md": "---\ntitle: A\n---\n![What it shows](./" + written + ")\n",
			"content/01-start/" + onDisk:      string(pngOf(3, 2)),
		}).fs(), Options{})
		images := elements(document(t, s.page(t, "start/a-lesson.html")), "img")
		if len(images) != 1 || attr(images[0], "width") != "3" {
			t.Errorf("%s has no size", written)
			continue
		}
		if to := resolve(t, "start/a-lesson.html", attr(images[0], "src")); to != "start/"+onDisk {
			t.Errorf("%s leads to %s, want start/%s", written, to, onDisk)
		}
	}
}
