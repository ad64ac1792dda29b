package hosts

import (
	"fmt"
	"strings"
)

// server is one of the programs that people host a course with.
type server struct {
	name     string
	programs []string // one of these is it
	// What the manual tells people to type or to save, with the folder, the port and the path of the manual. A config
	// is a file in docs/hosting; {config} in a command stands for the file that the server reads.
	config, below string
	command       string
	around        string // the rest of the server's own configuration, {ours} being where ours goes
	settled       bool   // our configuration says types, compression, for how long to keep what, and what to show for 404
	plain         bool   // types beyond those of any page may be unknown to it
}

var servers = []server{
	{
		name: "nginx", programs: []string{"nginx"}, settled: true,
		config: "nginx.conf", below: "nginx-below-a-path.conf",
		command: "nginx -c {config} -e {dir}/error.log",
		around: `daemon off; worker_processes 1; pid {dir}/pid; error_log {dir}/error.log;
events {}
http {
	include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
	client_body_temp_path {dir}/t1; proxy_temp_path {dir}/t2; fastcgi_temp_path {dir}/t3; uwsgi_temp_path {dir}/t4; scgi_temp_path {dir}/t5;
	{ours}
}`,
	},
	{
		name: "Apache", programs: []string{"apache2", "httpd"}, settled: true,
		config: "apache.conf", below: "apache-below-a-path.conf",
		command: "apache2 -X -f {config}",
		around: `ServerName localhost
ServerRoot {dir}
PidFile {dir}/pid
ErrorLog {dir}/error.log
DefaultRuntimeDir {dir}
Listen 127.0.0.1:8080
` + apacheModules("mpm_event", "authz_core", "alias", "dir", "mime", "deflate", "filter", "headers") + `
TypesConfig /etc/mime.types
User www-data
Group www-data
DocumentRoot {empty}
{ours}`,
	},
	{
		name: "Caddy", programs: []string{"caddy"}, settled: true,
		config: "caddy.conf", below: "caddy-below-a-path.conf",
		command: "caddy run --adapter caddyfile --config {config}",
		around:  "{\n\tadmin off\n\tauto_https off\n}\n{ours}",
	},
	{
		name: "lighttpd", programs: []string{"lighttpd"}, settled: true,
		config: "lighttpd.conf", below: "lighttpd-below-a-path.conf",
		command: "lighttpd -D -f {config}",
		around: `server.port = 8080
server.bind = "127.0.0.1"
server.errorlog = "{dir}/error.log"
server.modules = ()
include_shell "/usr/share/lighttpd/create-mime.conf.pl"
{ours}`,
	},
	{name: "busybox", programs: []string{"busybox"}, config: "busybox.conf", command: "busybox httpd -f -p 8080 -h /srv/course -c {config}", plain: true},
	{name: "Python", programs: []string{"python3"}, command: "python3 -m http.server 8080 --directory /srv/course", plain: true},
	{name: "serve", config: "serve.json", command: "npx serve --listen 8080 --config {config} /srv/course"},
}

func apacheModules(names ...string) string {
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "LoadModule %s_module /usr/lib/apache2/modules/mod_%[1]s.so\n", name)
	}
	return b.String()
}
