"""How people come in: invitation links, approved mail domains, requests, and their sign-ins."""
