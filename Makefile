# What people type; docs/interfaces.md keeps the first three. The work is done by scripts/.
# HOST, PORT, DATA_DIR, DATABASE_URL, CHROMIUM … come from the environment or as `make run PORT=8080`.

.DEFAULT_GOAL := help
.PHONY: help run test postgres bench lint lock pictures

PYTHON_IN_ENV := .venv/bin/python
TEST_WORKERS ?= 2
POSTGRES_TESTS ?= tests

help: ## Tampilkan daftar ini
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

run: ## Siapkan semuanya, lalu buka situs di http://127.0.0.1:8000
	@scripts/setup.sh requirements.txt && exec $(PYTHON_IN_ENV) -m scripts.start

test: ## Siapkan semuanya, lalu jalankan seluruh tes, termasuk di Chromium
	@scripts/setup.sh requirements-dev.txt
	@$(PYTHON_IN_ENV) -m scripts.chromium
	@$(PYTHON_IN_ENV) -m pytest -n $(TEST_WORKERS)

postgres: ## Jalankan tes tanpa Chromium di atas PostgreSQL (dibuatkan sementara bila DATABASE_URL kosong)
	@scripts/setup.sh requirements-dev.txt requirements-postgres.txt
	@$(PYTHON_IN_ENV) -m scripts.postgres $(POSTGRES_TESTS)

bench: ## Ukur kecepatan dan ukuran halaman (angka saja, tanpa lulus atau gagal)
	@scripts/setup.sh requirements-dev.txt
	@$(PYTHON_IN_ENV) -m bench.run

lint: ## Periksa gaya kode, tipe, templat, dan migrasi
	@scripts/setup.sh requirements-dev.txt
	@scripts/lint.sh

lock: ## Tulis ulang requirements*.txt dari requirements*.in (perlu internet)
	@scripts/setup.sh requirements-dev.txt
	@scripts/lock.sh

pictures: ## Potret ulang gambar panduan, README, dan buku penulis dari situsnya sendiri
	@scripts/setup.sh requirements-dev.txt
	@$(PYTHON_IN_ENV) -m scripts.chromium
	@$(PYTHON_IN_ENV) -m scripts.guide_pictures
	@$(PYTHON_IN_ENV) -m scripts.product_picture
	@$(PYTHON_IN_ENV) -m scripts.editor_pictures
