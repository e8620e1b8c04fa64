#!/usr/bin/env python3
"""Makes files of metadata whose values are drawn by chance, and compares what ExifTool and this project print for them.

  make_meta_files.py differences [MAKER…]    what is missing or other, commonest first; --seeds N for more files
  make_meta_files.py write                   tests/data/made: the files named in CHOSEN, and answers.json with what both print alike

Needs ExifTool (Debian: libimage-exiftool-perl), whose tables say which ids, formats and values there are, and build/plain.
"""
import argparse
import collections
import importlib.machinery
import importlib.util
import json
import pathlib
import random
import struct
import subprocess
import sys
import tempfile
import zlib

TOP = pathlib.Path(__file__).resolve().parents[2]
MADE = TOP / "tests/data/made"
PRINT = TOP / "build/plain/bin/meta-print"

# Ids, names, formats, listed values and sub-tables of ExifTool's tables, as JSON.
ASK = r"""
use Image::ExifTool; use JSON::PP; my (%out, @todo); @todo = @ARGV;
while (my $name = shift @todo) {
    next if $out{$name};
    my $table = Image::ExifTool::GetTagTable("Image::ExifTool::$name") or next;
    my %rows;
    for my $id (Image::ExifTool::TagTableKeys($table)) {
        for my $tag (ref $$table{$id} eq 'ARRAY' ? @{$$table{$id}} : $$table{$id}) {
            next unless ref $tag eq 'HASH';
            my %row = map { $_ => "$$tag{$_}" } grep { defined $$tag{$_} } qw(Name Format Writable Count Mask);
            $row{values} = [grep { /^-?\d+$/ } sort keys %{$$tag{PrintConv}}] if ref $$tag{PrintConv} eq 'HASH';
            if ($$tag{SubDirectory}) {
                ($row{sub} = $$tag{SubDirectory}{TagTable} // '') =~ s/^Image::ExifTool:://;
                push @todo, $row{sub} if $row{sub};
            }
            push @{$rows{$id}}, \%row;
        }
    }
    my $binary = ($$table{PROCESS_PROC} // 0) == \&Image::ExifTool::ProcessBinaryData;
    $out{$name} = { rows => \%rows, format => $$table{FORMAT}, binary => $binary ? 1 : 0, own => defined $$table{PROCESS_PROC} ? 1 : 0 };
}
print JSON::PP->new->canonical->encode(\%out);
"""

# Format: type in a TIFF directory, bytes.
FORMATS = {"int8u": (1, 1), "string": (2, 1), "int16u": (3, 2), "int32u": (4, 4), "rational64u": (5, 8), "int8s": (6, 1), "undef": (7, 1),
           "int16s": (8, 2), "int32s": (9, 4), "rational64s": (10, 8), "float": (11, 4), "double": (12, 8), "int16uRev": (3, 2)}
COMMON = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 33, 50, 64, 100, 128, 150, 200, 255]
WORDS = ["ABC123", "SX", "NORMAL", "FINE", "OFF", "AUTO", "00012345", "Birthday", "C1", "AF-S", "9999:99:99 00:00:00"]
# Pictures inside, and what points to other places of a file.
LEFT_OUT = {"PrintIM", "PreviewImage", "ThumbnailImage", "PreviewIFD", "DataDump", "RawInfo", "NikonScanIFD", "PreviewImageStart",
            "PreviewImageLength", "MakerNotes", "StripOffsets", "StripByteCounts", "JpgFromRaw", "InteropOffset"}


class Maker:
    def __init__(self, make, models, table, signature, origin):
        self.make, self.models, self.table, self.signature, self.origin = make, models, table, signature, origin


def in_order(prefix, little, big):
    return lambda is_big: prefix + (big if is_big else little)


# origin: where a note's offsets count from; 0 is its first byte, None the file's.
MAKERS = {
    "pentax": Maker("PENTAX", ["K-5", "K10D", "Optio S", "K-3", "*ist D", "Q", "K-70", "K-1"], "Pentax::Main", in_order(b"PENTAX \0", b"II", b"MM"), 0),
    "olympus": Maker("OLYMPUS IMAGING CORP.", ["E-5", "E-M1", "SX756", "C2500L", "E-PL1", "TG-5"], "Olympus::Main",
                     in_order(b"OLYMPUS\0", b"II\3\0", b"MM\0\3"), 0),
    "canon": Maker("Canon", ["Canon EOS 5D", "Canon EOS-1D Mark II", "Canon EOS 40D", "Canon EOS 350D DIGITAL", "Canon EOS D30", "Canon EOS 10D",
                             "Canon EOS-1DS", "Canon PowerShot G7", "Canon EOS 70D", "Canon EOS 5D Mark III", "Canon EOS 30D",
                             "Canon EOS 400D DIGITAL", "Canon EOS 20D", "Canon EOS-1D"], "Canon::Main", lambda big: b"", None),
    "panasonic": Maker("Panasonic", ["DMC-GH4", "DMC-FZ20", "DC-G9"], "Panasonic::Main", lambda big: b"Panasonic\0\0\0", None),
    "fujifilm": Maker("FUJIFILM", ["X-T1", "FinePix S1Pro", "X100V"], "FujiFilm::Main", lambda big: b"FUJIFILM\x0c\0\0\0", 0),
    "nikon": Maker("NIKON CORPORATION", ["NIKON D70", "NIKON D3", "COOLPIX P1000", "NIKON Z 6"], "Nikon::Main",
                   in_order(b"Nikon\0\2\x10\0\0", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"), 10),
    "casio": Maker("CASIO COMPUTER CO.,LTD.", ["EX-Z1000", "EX-F1"], "Casio::Type2", lambda big: b"QVC\0\0\0", None),
    "casio1": Maker("CASIO", ["QV-2000UX"], "Casio::Main", lambda big: b"", None),
    "minolta": Maker("KONICA MINOLTA", ["DYNAX 5D", "DiMAGE A2", "MAXXUM 7D"], "Minolta::Main", lambda big: b"", None),
    "sony": Maker("SONY", ["DSLR-A700", "SLT-A77V", "DSC-RX100", "ILCE-7"], "Sony::Main", lambda big: b"SONY DSC \0\0\0", None),
    "ricoh": Maker("RICOH", ["GR DIGITAL 2", "GXR"], "Ricoh::Main", lambda big: b"Ricoh\0\0\0", None),
    "samsung": Maker("SAMSUNG", ["NX10", "NX300"], "Samsung::Type2", lambda big: b"", 0),
    "sanyo": Maker("SANYO", ["VPC-E1"], "Sanyo::Main", lambda big: b"SANYO\0\1\0", None),
    "sigma": Maker("SIGMA", ["SIGMA DP1", "SIGMA SD14"], "Sigma::Main", lambda big: b"SIGMA\0\1\0\1\0", None),
    "ge": Maker("GENERAL IMAGING CO.", ["A1455"], "GE::Main", lambda big: b"GENIC\x0c\0".ljust(18, b"\0"), None),
    "apple": Maker("Apple", ["iPhone 12"], "Apple::Main", lambda big: b"Apple iOS\0\0\1MM", 0),
}
OTHER_TABLES = ["Exif::Main", "GPS::Main", "IPTC::ApplicationRecord", "IPTC::EnvelopeRecord", "Photoshop::Main", "PhaseOne::Main", "PanasonicRaw::Main",
                "SigmaRaw::Properties", "FujiFilm::RAF", "MinoltaRaw::PRD", "MinoltaRaw::RIF", "MinoltaRaw::WBG"] + [
    f"XMP::{name}" for name in ("exif", "tiff", "aux", "exifEX", "xmp", "dc", "photoshop", "xmpMM", "xmpRights", "crs", "iptcCore", "iptcExt", "pur", "xmpDM")]
tables = {}


class Draw:
    """Values by chance, and directories of them."""

    def __init__(self, seed, big=False, canon=False, nests=False):
        self.random, self.big, self.canon, self.nests = random.Random(seed), big, canon, nests
        self.order = ">" if big else "<"

    def number(self, values, bits):
        choose = self.random.choice
        drawn = int(choose(values)) if values and self.random.random() < 0.75 else choose(COMMON + [self.random.randrange(256), self.random.randrange(65536)])
        return drawn & ((1 << bits) - 1)

    def text(self, name, size=None):
        choose = self.random.choice
        if "Date" in name or "Time" in name:
            text = "2019:0%d:1%d 1%d:2%d:3%d" % tuple(self.random.randrange(1, 9) for _ in range(5))
        elif "Firm" in name or "Vers" in name:
            text = choose(["0100", "1.02", "Ver 1.23", "0130"])
        else:
            text = choose(WORDS)
        data = text.encode() + b"\0"
        return data if size is None else data[:size].ljust(size, b"\0")

    def place(self, data, at, size, value, order=None):
        data[at:at + size] = (value & ((1 << 8 * size) - 1)).to_bytes(size, {">": "big", "<": "little"}[order or self.order])

    def record(self, table):
        """The bytes of a table with a fixed layout."""
        layout = tables[table]
        unit = FORMATS.get(layout["format"] or "int8u", (0, 1))[1]
        rows = []
        for index, choices in layout["rows"].items():
            if index.replace(".", "", 1).isdigit():
                row = self.random.choice(choices)
                name, _, count = (row.get("Format") or layout["format"] or "int8u").partition("[")
                size = FORMATS.get(name, (0, 1))[1]
                rows.append((int(float(index)) * unit, size, name, row, int(count[:-1]) if count[:-1].isdigit() else 1))
        end = min(max((at + size * count for at, size, _, _, count in rows), default=0) + 2, 700)
        data, small = bytearray(end), self.random.random() < 0.5
        for at in range(0, end - unit + 1, unit):
            self.place(data, at, unit, self.random.randrange(9) if small else self.number(None, 8 * unit))
        for at, size, name, row, _ in rows:
            if at + size <= end and row.get("values") and "Mask" not in row:
                self.place(data, at, size, self.number(row["values"], 8 * size), "<>"[self.order == "<"] if name.endswith("Rev") else None)
            elif name == "string":
                data[at:at + 6] = self.text(row["Name"], 6)
        if self.canon and unit > 1:
            data = data[:len(data) // unit * unit]
            self.place(data, 0, unit, len(data))  # its records say their size first
        return bytes(data)

    def custom_functions(self, table):
        words = [int(index) << 8 | self.random.randrange(5) for index in tables[table]["rows"] if index.isdigit() and int(index) < 256]
        return 3, len(words) + 1, struct.pack(f"{self.order}{len(words) + 1}H", 2 * len(words) + 2, *words)

    def below(self, sub):
        """An entry that holds a table of its own, None where that is not made here."""
        if sub and tables[sub]["binary"]:
            data, unit = self.record(sub), tables[sub]["format"]
            if self.canon and unit in ("int16s", "int16u", "int32s", "int32u"):
                return FORMATS[unit][0], len(data) // FORMATS[unit][1], data
            return 7, len(data), data
        if sub.startswith("CanonCustom::"):
            return self.custom_functions(sub)
        return (13, 1, sub) if self.nests and sub and not tables[sub]["own"] else None

    def one(self, form, values):
        size = FORMATS[form][1]
        if form.startswith("rational"):
            letter = "I" if form == "rational64u" else "i"
            return struct.pack(self.order + 2 * letter, self.random.choice([0, 1, 5, 10, 35, 50, 100, 1234]), self.random.choice([1, 1, 10, 100, 3, 0]))
        if form in ("float", "double"):
            return struct.pack(self.order + form[0], self.random.choice([0, 1.5, -2.25, 100]))
        return self.number(values, 8 * size).to_bytes(size, "big" if self.big else "little")

    def entry(self, row):
        """(type, count, bytes or the name of a table), None to leave it out."""
        if "sub" in row:
            return self.below(row["sub"])
        form = (row.get("Format") or row.get("Writable") or "0").split("[")[0]
        if form in ("0", "1"):
            form = self.random.choice(["int16u", "int16u", "int16u", "int32u", "int8u", "string", "rational64u"])
        form = form if form in FORMATS else "int16u"
        count = int(row["Count"]) if row.get("Count", "").isdigit() and 0 < int(row["Count"]) < 40 else None
        if form == "string":
            data = self.text(row["Name"], count)
            return 2, len(data), data
        if form == "undef":
            count = count or self.random.choice([4, 4, 8])
            data = self.random.choice([bytes(self.number(None, 8) for _ in range(count)), b"0100\0\0\0\0"[:count], bytes(self.random.randrange(5) for _ in range(count))])
            return 7, len(data), data
        count = count or (self.random.choice([2, 3, 4]) if self.random.random() < 0.12 else 1)
        return FORMATS[form][0], count, b"".join(self.one(form, row.get("values")) for _ in range(count))

    def directory(self, table, origin, share=0.85, more=()):
        """A directory that stands at `origin` of what its offsets count from; more: (id, type, count, bytes)."""
        entries = list(more)
        for number in (int(text) for text in tables[table]["rows"] if text.isdigit() and int(text) < 65536):
            row = self.random.choice(tables[table]["rows"][str(number)])
            if self.random.random() <= share and (row["Name"] not in LEFT_OUT or self.canon):
                made = self.entry(row)
                if made:
                    entries.append((number, *made))
        entries.sort(key=lambda entry: entry[0])
        at = origin + 6 + 12 * len(entries)
        head, data = struct.pack(self.order + "H", len(entries)), b""
        for number, kind, count, value in entries:
            data += b"\0" * (len(data) % 2)
            if isinstance(value, str):
                start = at + len(data)
                data += self.directory(value, start, 0.8)
                value = struct.pack(self.order + "I", start)
            elif len(value) > 4:
                start = at + len(data)
                data += value
                value = struct.pack(self.order + "I", start)
            head += struct.pack(self.order + "HHI", number, kind, count) + value.ljust(4, b"\0")
        return head + struct.pack(self.order + "I", 0) + data

    def tiff(self, make, model, note):
        """A TIFF file of Make, Model and a maker's note; note: a function of where it stands."""
        make, model = make.encode() + b"\0", model.encode() + b"\0"
        make_at = 8 + 2 + 12 * 3 + 4
        model_at = make_at + len(make) + len(make) % 2
        exif_at = model_at + len(model) + len(model) % 2
        note_at = exif_at + 18
        found = note(note_at)

        def value(data, at):
            return data.ljust(4, b"\0") if len(data) <= 4 else struct.pack(self.order + "I", at)
        out = (b"MM\0*" if self.big else b"II*\0") + struct.pack(self.order + "IH", 8, 3)
        out += struct.pack(self.order + "HHI", 0x10F, 2, len(make)) + value(make, make_at)
        out += struct.pack(self.order + "HHI", 0x110, 2, len(model)) + value(model, model_at)
        out += struct.pack(self.order + "HHIII", 0x8769, 4, 1, exif_at, 0)
        out = (out.ljust(make_at, b"\0") + make).ljust(model_at, b"\0") + model
        return out.ljust(exif_at, b"\0") + struct.pack(self.order + "HHHIII", 1, 0x927C, 7, len(found), note_at, 0) + found


def made_note(name, model, seed):
    maker = MAKERS[name]
    big = name == "apple" or (seed % 2 == 1 and name not in ("fujifilm", "canon"))
    draw = Draw(f"{name}-{model}-{seed}", big, name == "canon", name == "olympus")
    signature = maker.signature(big)

    def note(at):
        origin = at if maker.origin is None else -maker.origin
        return signature + draw.directory(maker.table, len(signature) + origin)
    return draw.tiff(maker.make, model, note)


def jpeg(*segments):
    """(marker, payload) in front of a scan that is none."""
    out = b"\xff\xd8"
    for marker, payload in segments:
        out += bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload
    return out + b"\xff\xda\0\x08\1\1\0\0\x3f\0\0\xff\xd9"


def made_exif(seed):
    draw = Draw(f"exif-{seed}", seed % 2 == 1)
    order = b"MM\0*" if draw.big else b"II*\0"
    return order + struct.pack(draw.order + "I", 8) + draw.directory("Exif::Main", 8, 0.6)


def made_gps(seed):
    draw = Draw(f"gps-{seed}", seed % 2 == 1)
    order = (b"MM\0*" if draw.big else b"II*\0") + struct.pack(draw.order + "I", 8)
    order += struct.pack(draw.order + "HHHIII", 1, 0x8825, 4, 1, 26, 0)
    return order + draw.directory("GPS::Main", 26, 0.9)


def made_iptc(seed):
    draw = Draw(f"iptc-{seed}", True)
    out = b""
    for record, table in ((1, "IPTC::EnvelopeRecord"), (2, "IPTC::ApplicationRecord")):
        for number, rows in sorted(tables[table]["rows"].items(), key=lambda item: int(item[0]) if item[0].isdigit() else 999):
            if not number.isdigit() or int(number) > 255:
                continue
            form = (rows[0].get("Format") or "string").split("[")[0]
            if form == "digits":
                data = b"%08d" % draw.random.choice([20190102, 12, 120000])
            elif form in ("int8u", "int16u", "int32u"):
                data = draw.one(form, rows[0].get("values"))
            else:
                data = draw.random.choice([b"20190304", b"120000+0100", "é".encode(), b"A", b"words of it"])
            out += b"\x1c" + bytes([record, int(number)]) + struct.pack(">H", len(data)) + data
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(out)) + out + b"\0" * (len(out) % 2)
    return jpeg((0xED, b"Photoshop 3.0\0" + block))


def made_photoshop(seed):
    draw = Draw(f"photoshop-{seed}", True)
    out = b""
    for number, rows in tables["Photoshop::Main"]["rows"].items():
        row = rows[0]
        if not number.isdigit() or number in ("1028", "1036", "1033", "1039", "1058", "1060", "1034"):
            continue
        made = draw.entry(row)
        if made and isinstance(made[2], bytes):
            data = made[2][:200]
            out += b"8BIM" + struct.pack(">H", int(number)) + b"\0\0" + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)
    return jpeg((0xED, b"Photoshop 3.0\0" + out[:60000]))


def made_xmp(seed):
    draw = Draw(f"xmp-{seed}")
    spaces = {"exif": "http://ns.adobe.com/exif/1.0/", "tiff": "http://ns.adobe.com/tiff/1.0/", "aux": "http://ns.adobe.com/exif/1.0/aux/",
              "exifEX": "http://cipa.jp/exif/1.0/", "xmp": "http://ns.adobe.com/xap/1.0/", "dc": "http://purl.org/dc/elements/1.1/",
              "photoshop": "http://ns.adobe.com/photoshop/1.0/", "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
              "xmpRights": "http://ns.adobe.com/xap/1.0/rights/", "crs": "http://ns.adobe.com/camera-raw-settings/1.0/",
              "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
              "pur": "http://prismstandard.org/namespaces/prismusagerights/2.1/", "xmpDM": "http://ns.adobe.com/xmp/1.0/DynamicMedia/"}
    out = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    for prefix, address in spaces.items():
        table = "XMP::" + {"Iptc4xmpCore": "iptcCore", "Iptc4xmpExt": "iptcExt"}.get(prefix, prefix)
        out += f'<rdf:Description rdf:about="" xmlns:{prefix}="{address}">'
        for name, rows in sorted(tables[table]["rows"].items()):
            if not name.isalnum() or draw.random.random() < 0.5:
                continue
            kind = rows[0].get("Writable", "string")
            if kind in ("rational", "real"):
                value = draw.random.choice(["1/60", "28/10", "0/0", "-3.5", "2", "16777215/65536"])
            elif kind == "integer":
                value = str(draw.number(rows[0].get("values"), 16))
            elif kind == "boolean":
                value = draw.random.choice(["True", "False", "true", "1"])
            elif kind == "date":
                value = draw.random.choice(["2019-01-02T03:04:05+01:00", "2019-01-02", "2019-01-02T03:04:05.25Z", "2019", "no date"])
            else:
                value = draw.random.choice(["words", "35.5", "&lt;a&gt; &amp; &#233;", "12,34.5N", "0230", "1 2 3", "True"])
            shape = draw.random.randrange(8)
            if shape == 0:
                value = f"<rdf:Bag><rdf:li>{value}</rdf:li><rdf:li>second</rdf:li></rdf:Bag>"
            elif shape == 1:
                value = f'<rdf:Alt><rdf:li xml:lang="x-default">{value}</rdf:li><rdf:li xml:lang="fr-FR">autre</rdf:li></rdf:Alt>'
            out += f"<{prefix}:{name}>{value}</{prefix}:{name}>"
        out += "</rdf:Description>"
    return jpeg((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + (out + "</rdf:RDF></x:xmpmeta>").encode()))


def made_segments(seed):
    info = b"[picture info]\rResolution=5\rExposure=1\rTimeDate=%d\rShutter=%d\rFNumber=%s\rFlash=%d\rMacro=7\rImageSize=640-480\rSerial#=12\rZoom=2\rType=OLY\rExpBias=0.5\n" % (
        (946684800, 4000, b"F2.8", 1) if seed == 0 else (12, 2000000, b"5.6", 3))
    qualcomm = b"\x1aQualcomm Camera Attributes" + b"".join(
        bytes([len(value)]) + struct.pack(">H", len(name)) + name + b"\1\0\0\0\0" + value
        for name, value in ((b"asf5_filter_mode", b"\7\0"), (b"aec_current_exp_index", b"\x10\0\0\0"), (b"r_gain", b"\1\2\3\4"), (b"", b"\1")))
    names, values = b"Sign type\0Location\0Lat\0", b"Directional\0Verge\0None\0"
    sections = struct.pack(">HH", 1, len(names) + 2) + names + struct.pack(">HH", 2, len(values) + 2) + values
    rmeta = b"RMETA\0MM" + struct.pack(">HIHH", 1, 0, 2, 4) + struct.pack(">I", 0)
    hdr = b"HDR_RI ver=11 ln0=-2.5, ln1=1.75 s2n=7 alp=1.0\nbet=0.5 cor=2 zzz=1 ~\0\xff\xd8picture"
    graphic = b"Q 70\0"
    comment = b"UNICODE\0" + "Grüße".encode("utf-16-be")
    segments = [(0xEC, info), (0xE7, qualcomm), (0xE5, rmeta + sections), (0xEB, hdr), (0xEF, graphic), (0xEA, comment),
                (0xE0, b"JFXX\0\x10\xff\xd8x"), (0xE0, b"AVI1\1\0\0\0"), (0xE8, b"SPIFF\0\1\0\0\3\0\0\0\x10\0\0\0\x20\x08\x08\5\1\0\0\0\x48\0\0\0\x48"),
                (0xE0, b"Ocad$Rev: 14797 $\0"), (0xE3, b"Meta\0\0II*\0\x08\0\0\0\1\0\x10\xc6\2\0\4\0\0\0abc\0\0\0\0\0"), (0xFE, b"a comment"),
                (0xEE, b"Adobe\0\x64\0\0\0\0\1"), (0xEC, b"Ducky\0\1\0\4\0\0\0\x32\0\2\0\6\0\0\0\1\0a\0\0")]
    return jpeg(*(segments if seed == 0 else segments[::-1]))


def made_x3f(seed):
    draw = Draw(f"x3f-{seed}")
    version = [0x20002, 0x20003, 0x40000][seed % 3]
    head = b"FOVb" + struct.pack("<I", version) + bytes(range(16)) + struct.pack("<IIII", 0, 640, 480, 90) + b"Sunlight".ljust(32, b"\0")
    head += b"Landscape".ljust(32, b"\0") if version >= 0x20003 else b""
    head += bytes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99]).ljust(32, b"\0") + b"".join(struct.pack("<f", 0.5 * n - 3) for n in range(32))
    head = head.ljust(264, b"\0")
    facts = {"AEMODE": ["8", "A", "Q"], "APERTURE": ["2.8", "f"], "DRIVE": ["10S", "SINGLE"], "EXPCOMP": ["0.5", "-1.333"], "EXPTIME": ["4000", "x"],
             "FLASH": ["OFF", "AUTO"], "FLENGTH": ["24.2"], "FOCUS": ["AF", "M"], "ISO": ["100"], "PMODE": ["A", "P", "Z"], "RESOLUTION": ["HI", "LOW"],
             "SHUTTER": ["0.004", "2"], "SH_DESC": ["250"], "TIME": ["1167749000"], "IMAGERTEMP": ["30"], "CAMMANUF": ["SIGMA"], "NOBODY": ["x"], "WB_DESC": [""]}
    chars, entries = b"", b""
    for key, values in facts.items():
        for word in (key, draw.random.choice(values)):
            entries += struct.pack("<I", len(chars) // 2)
            chars += (word + "\0").encode("utf-16-le")
    properties = b"SECp" + struct.pack("<IIIII", 0x20000, len(facts), 0, 0, len(chars) // 2) + entries + chars
    picture = b"SECi" + struct.pack("<IIIIII", 0x20000, 2, 18, 4, 4, 0) + jpeg((0xFE, b"inside"))
    sections = [(b"PROP", properties), (b"IMA2" if seed % 2 else b"IMAG", picture), (b"CAMF", b"SECc" + bytes(20))]
    at, out = len(head), head
    directory = b"SECd" + struct.pack("<II", 0x20000, len(sections))
    for name, data in sections:
        directory += struct.pack("<II", at, len(data)) + name
        out += data
        at += len(data)
    return out + directory + struct.pack("<I", at)


def made_raf(seed):
    draw = Draw(f"raf-{seed}", True)
    picture = jpeg((0xFE, b"preview"))
    rows = b""
    n = 0
    for number, choices in tables["FujiFilm::RAF"]["rows"].items():
        if number.isdigit() and "sub" not in choices[0]:
            form = (choices[0].get("Format") or "int16u").split("[")[0]
            data = b"".join(draw.one(form if form in FORMATS else "int16u", choices[0].get("values")) for _ in range(int(choices[0].get("Count", 0)) or 2))
            rows += struct.pack(">HH", int(number), len(data)) + data
            n += 1
    directory = struct.pack(">I", n) + rows
    head = b"FUJIFILMCCD-RAW 0201FF129502X-T1".ljust(0x3C, b"\0") + b"0100" + bytes(20) + struct.pack(">II", 160, len(picture))
    head += struct.pack(">II", 160 + len(picture), len(directory))
    return head.ljust(160, b"\0") + picture + directory


def made_mrw(seed):
    draw = Draw(f"mrw-{seed}", seed % 2 == 0)
    blocks = [(b"PRD", draw.record("MinoltaRaw::PRD")), (b"WBG", draw.record("MinoltaRaw::WBG")), (b"RIF", draw.record("MinoltaRaw::RIF")),
              (b"TTW", draw.tiff("Konica Minolta", ["DYNAX 5D", "DSLR-A200", "DiMAGE A200"][seed % 3], lambda at: b"")), (b"PAD", b"\0" * 8)]
    out = b"".join(b"\0" + name + struct.pack(draw.order + "I", len(data)) + data for name, data in blocks)
    return (b"\0MRM" if draw.big else b"\0MRI") + struct.pack(draw.order + "I", len(out)) + out + bytes(16)


def made_rw2(seed):
    draw = Draw(f"rw2-{seed}")
    return b"IIU\0" + struct.pack("<I", 24) + bytes(16) + draw.directory("PanasonicRaw::Main", 24, 0.8)


def made_iiq(seed):
    """Phase One's block: entries of {tag, format, bytes, value or offset}."""
    draw = Draw(f"iiq-{seed}", seed % 2 == 1)
    entries, data = [], b""
    for number, choices in sorted(tables["PhaseOne::Main"]["rows"].items(), key=lambda item: int(item[0]) if item[0].isdigit() else 0):
        made = draw.entry(choices[0]) if number.isdigit() and "sub" not in choices[0] else None
        if made:
            entries.append((int(number), {2: 1, 3: 2, 4: 4, 11: 4}.get(made[0], 1), made[2]))
    at = 12 + 8 + 16 * len(entries)
    rows = b""
    for number, form, value in entries:
        if len(value) <= 4:
            rows += struct.pack(draw.order + "III", number, form, len(value)) + value.ljust(4, b"\0")
        else:
            rows += struct.pack(draw.order + "IIII", number, form, len(value), at + len(data))
            data += value
    block = (b"MMMMRawT" if draw.big else b"IIIITwaR") + struct.pack(draw.order + "III", 12, len(entries), 0) + rows + data
    return draw.tiff("Phase One", "P45", lambda at: block)


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def made_png(seed):
    draw = Draw(f"png-{seed}", True)
    exif, xmp = made_exif(seed), b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>'

    def profile(kind, data):
        return b"\n%s\n%8d\n%s\n" % (kind, len(data), data.hex().encode())
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 3, 2, 8, draw.random.choice([0, 2, 3, 4, 6]), 0, 0, seed % 2)), (b"pHYs", struct.pack(">IIB", 2835, 2834, seed % 2)),
              (b"gAMA", struct.pack(">I", 45455)), (b"cHRM", struct.pack(">8I", *range(31270, 31278))), (b"sRGB", bytes([seed % 4])), (b"bKGD", b"\0\1\0\2\0\3"),
              (b"tIME", b"\x07\xe3\1\2\3\4\5"), (b"oFFs", struct.pack(">iiB", -5, 7, seed % 2)), (b"sBIT", b"\5\6\5"), (b"sCAL", b"\1" + b"0.01\0000.02"),
              (b"sTER", bytes([seed % 3])), (b"pCAL", b"cal\0\0\0\0\0\0\0\0\xff\0\2m\x000.5\0001"), (b"vpAg", struct.pack(">IIB", 3, 2, 0)),
              (b"tEXt", b"Title\0One"), (b"tEXt", b"Creation Time\0002019-01-02T03:04:05Z"), (b"tEXt", b"Software\0\xe9"),
              (b"zTXt", b"Comment\0\0" + zlib.compress(b"packed")), (b"zTXt", b"Author\0\1nothing"), (b"zTXt", b"Source\0\0damaged"),
              (b"iTXt", "Description\0\0\0fr\0Beschreibung\0été".encode()), (b"iTXt", b"Warning\0\1\0\0\0" + zlib.compress(b"deep")),
              (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp), (b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(profile(b"exif", b"Exif\0\0" + exif))),
              (b"tEXt", b"Raw profile type iptc\0" + profile(b"iptc", made_iptc(seed)[20:])), (b"tEXt", b"Raw profile type xmp\0" + profile(b"xmp", xmp)),
              (b"tEXt", b"Raw profile type APP1\0" + profile(b"generic", b"http://ns.adobe.com/xap/1.0/\0" + xmp)), (b"tEXt", b"Raw profile type icc\0no profile"),
              (b"eXIf", exif if seed % 2 else b"Exif\0\0" + exif), (b"acTL", struct.pack(">II", 3, seed)), (b"IDAT", zlib.compress(bytes(64))), (b"tEXt", b"Late\0after"), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in chunks)


BLOCKS = {"exif.tif": made_exif, "gps.tif": made_gps, "iptc.jpg": made_iptc, "photoshop.jpg": made_photoshop, "xmp.jpg": made_xmp, "segments.jpg": made_segments,
          "x3f.x3f": made_x3f, "raf.raf": made_raf, "mrw.mrw": made_mrw, "rw2.rw2": made_rw2, "iiq.iiq": made_iiq, "png.png": made_png}


def made(seeds):
    """Every file: (name, maker or kind, bytes)."""
    for name, maker in MAKERS.items():
        for model in maker.models:
            for seed in range(seeds):
                yield f"{name}-{model.split()[-1].strip('*').lower()}-{seed}.tif", name, made_note(name, model, seed)
    for name, make in BLOCKS.items():
        for seed in range(seeds):
            stem, suffix = name.split(".")
            yield f"{stem}-{seed}.{suffix}", stem, make(seed)


def parity():
    loader = importlib.machinery.SourceFileLoader("metadata_parity", str(TOP / "tests/bench/metadata_parity"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


def answers(folder, names):
    """{name: (ExifTool's, ours)}, names that are not compared left out."""
    score = parity()
    asked = subprocess.run(["exiftool", "-json", "-coordFormat", "%d %d %.8f", *names], cwd=folder, capture_output=True)
    for reference in json.loads(asked.stdout):
        ours = subprocess.run([PRINT, reference["SourceFile"]], cwd=folder, capture_output=True)
        got = json.loads(ours.stdout) if ours.returncode == 0 else {}
        for picture in set(score.PICTURES) & reference.keys():
            reference[picture] = True
        want = {name: score.tidy(value) for name, value in reference.items() if not score.NOT_SCORED.search(name) and value not in ("", None)}
        alike = {name: value for name, value in want.items()
                 if name in got and score.equal(value, score.tidy(got[name])) and str(value)[:1] == str(score.tidy(got[name]))[:1]}
        yield reference["SourceFile"], want, got, alike


def differences(folder, kinds, of):
    tags, right, wrong, example = collections.Counter(), collections.Counter(), collections.Counter(), {}
    for name, want, got, alike in answers(folder, list(of)):
        tags[of[name]] += len(want)
        right[of[name]] += len(alike)
        for tag in want.keys() - alike.keys():
            wrong[of[name], tag] += 1
            example[of[name], tag] = (name, want[tag], got.get(tag))
    for kind in sorted(tags):
        print(f"{kind:12} {tags[kind]:6} tags, {100 * right[kind] / tags[kind]:5.1f} % alike")
    for (kind, tag), n in wrong.most_common():
        if kind in kinds:
            print(n, kind, tag, *map(repr, example[kind, tag]))


def write(folder, chosen):
    MADE.mkdir(exist_ok=True)
    for old in MADE.iterdir():
        old.unlink()
    kept = {}
    for name, _, _, alike in answers(folder, chosen):
        (MADE / name).write_bytes((folder / name).read_bytes())
        kept[name] = alike
    (MADE / "answers.json").write_text(json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":")).replace("},", "},\n") + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("differences", "write"))
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--folder", type=pathlib.Path)
    options = parser.parse_args()
    wanted = [maker.table for maker in MAKERS.values()] + OTHER_TABLES
    tables.update(json.loads(subprocess.run(["perl", "-e", ASK, *wanted], capture_output=True, check=True).stdout))
    with tempfile.TemporaryDirectory() as temporary:
        folder, of = options.folder or pathlib.Path(temporary), {}
        for name, kind, data in made(options.seeds):
            (folder / name).write_bytes(data)
            of[name] = kind
        if options.what == "differences":
            differences(folder, options.kinds or set(of.values()), of)
        elif options.what == "write":
            write(folder, CHOSEN)


CHOSEN = [
    "canon-20d-2.tif", "canon-30d-0.tif", "canon-40d-0.tif", "canon-70d-2.tif", "canon-ii-0.tif", "fujifilm-s1pro-0.tif",
    "minolta-7d-1.tif", "mrw-0.mrw", "nikon-d3-1.tif", "nikon-d70-1.tif", "olympus-e-pl1-1.tif", "olympus-tg-5-2.tif",
    "panasonic-dmc-gh4-1.tif", "pentax-d-0.tif", "pentax-k-1-0.tif", "pentax-k-5-1.tif", "pentax-k-70-2.tif", "pentax-k10d-0.tif",
    "photoshop-2.jpg", "png-0.png", "png-2.png", "raf-1.raf", "segments-0.jpg", "sigma-sd14-0.tif", "sony-dsc-rx100-2.tif", "x3f-1.x3f",
    "x3f-2.x3f",
]

if __name__ == "__main__":
    sys.exit(main())
