from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from sandbox import regions
from sandbox.domain.regionlist import HEADER, LONGEST_NAME, RegionListError

REASONS = {
    "csv": "baris ini bukan CSV yang benar",
    "header": f"baris pertama harus berbunyi {','.join(HEADER)}",
    "empty": "berkas tidak berisi wilayah",
    "columns": "harus ada 4 kolom, di sini ada {value}",
    "code": "kode wilayah {value} tidak benar. Contoh: 32, 32.10, 32.10.01, 32.10.01.2001",
    "level": "tingkat {value} tidak sesuai dengan kodenya (1 provinsi, 2 kabupaten/kota, 3 kecamatan, 4 desa)",
    "name": f"nama {{value}} kosong, berspasi di tepi, berisi tanda aneh, atau lebih dari {LONGEST_NAME} huruf",
    "postal_code": "kode pos {value} harus 5 angka atau kosong",
    "duplicate": "kode {value} sudah ada di baris sebelumnya",
    "orphan": "wilayah induknya, {value}, tidak ada di berkas",
}


class Command(BaseCommand):
    help = "Muat daftar wilayah lengkap dari berkas CSV (code,name,level,postal_code): semuanya atau tidak sama sekali."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="BERKAS")

    def handle(self, *args: object, file: Path, **options: object) -> None:
        try:
            loaded = regions.load_whole_list(file.read_bytes(), today=timezone.localdate())
        except OSError as error:
            raise CommandError(f"Berkas {file} tidak bisa dibaca: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            raise CommandError("Berkas harus berupa teks UTF-8. Tidak ada yang dimuat.") from error
        except RegionListError as error:
            reason = REASONS[error.reason].format(value=f"“{error.value}”")
            raise CommandError(f"Baris {error.line}: {reason}. Tidak ada yang dimuat.") from error
        self.stdout.write(f"{loaded} wilayah dimuat." if loaded else "Daftar ini sudah dimuat; tidak ada yang berubah.")
