// SPDX-License-Identifier: EUPL-1.2

package bibliothek

import (
	"encoding/json"
	"net/http"
)

// problem is an error as RFC 7807 writes it.
type problem struct {
	Type     string `json:"type"`
	Title    string `json:"title"`
	Status   int    `json:"status"`
	Detail   string `json:"detail"`
	Instance string `json:"instance"`
}

func refuse(w http.ResponseWriter, r *http.Request, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(problem{
		Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: detail, Instance: r.URL.Path,
	})
}

func unknown(w http.ResponseWriter, r *http.Request) {
	refuse(w, r, http.StatusNotFound, "Zu dieser Ausweisnummer gibt es keinen Leser.")
}
