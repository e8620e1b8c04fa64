"""A server on loopback for tests of the wire: a script of connections, each request kept as it came; plain or TLS."""
import socket
import ssl
import struct
import subprocess
import threading

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


def answer(status, body=b"", **headers):
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n{lines}\r\n".encode() + body


class WireServer:
    """steps: for each request a bytes answer, or a function of the connection and the request that returns True to keep it open."""

    def __init__(self, steps, context=None):
        self.steps, self.context = list(steps), context
        self.requests, self.connections, self.broken = [], 0, []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.url = f"{'https' if context else 'http'}://127.0.0.1:{self.port}"
        threading.Thread(target=self.serve, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            try:
                if self.context:
                    connection = self.context.wrap_socket(connection, server_side=True)
                while self.one(connection):
                    pass
            except (OSError, ssl.SSLError) as problem:
                self.broken.append(problem)
            connection.close()

    def one(self, connection):
        data = b""
        while b"\r\n\r\n" not in data:
            piece = connection.recv(65536)
            if not piece:
                return False
            data += piece
        head, _, body = data.partition(b"\r\n\r\n")
        length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
        while len(body) < length:
            body += connection.recv(65536)
        self.requests.append(head.decode() + "\r\n")
        step = self.steps[min(len(self.requests), len(self.steps)) - 1]
        if callable(step):
            return step(connection, self.requests[-1])
        connection.sendall(step)
        return True


def reset(connection, _):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


def then_close(data):
    def step(connection, _):
        connection.sendall(data)
        return False
    return step


def certificate(folder, name, *, subject, days=2, ca=None):
    """A certificate and key in folder/name.pem; self-signed, or by the ca (another folder/name)."""
    key, path, request = (str(folder / f"{name}{end}") for end in (".key", ".pem", ".csr"))
    extension = str(folder / f"{name}.ext")
    with open(extension, "w", encoding="ascii") as file:
        file.write(f"subjectAltName={subject}\nbasicConstraints=CA:{'FALSE' if ca else 'TRUE'}\n")
    run = {"check": True, "capture_output": True}
    subprocess.run(["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", request, "-subj", f"/CN={name}"], **run)
    sign = ["-CA", str(folder / f"{ca}.pem"), "-CAkey", str(folder / f"{ca}.key"), "-CAcreateserial"] if ca else ["-signkey", key]
    # openssl x509 -days takes negative numbers: a certificate that has ended
    subprocess.run(["openssl", "x509", "-req", "-in", request, "-out", path, "-days", str(days), "-extfile", extension, *sign], **run)
    return path, key


def tls(folder, name):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(str(folder / f"{name}.pem"), str(folder / f"{name}.key"))
    return context
