package scaffold

import "lectern/internal/schema"

// siteFile is the site.yaml of a new course.
func siteFile(title, id, code, language string) ([]byte, error) {
	return schema.Settings(language, map[string]string{"title": Scalar(title), "id": Scalar(id), "language": code})
}
