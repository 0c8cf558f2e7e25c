//! A zip archive as Word writes it: deflated, with sizes and checksums.

use miniz_oxide::deflate::compress_to_vec;

/// How a file is kept in the archive.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Stored,
    Deflated,
}

/// An archive of files, each with its name and content.
pub fn zip(files: &[(&str, &[u8])], method: Method) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let offset = archive.len() as u32;
        let packed = match method {
            Method::Stored => content.to_vec(),
            Method::Deflated => compress_to_vec(content, 6),
        };
        let method: u16 = if method == Method::Stored { 0 } else { 8 };
        // Version, flags, method, time and date, checksum, sizes, lengths of name and extra field.
        let mut entry = Vec::from([20, 0, 0, 0]);
        entry.extend(method.to_le_bytes());
        entry.extend([0; 4]);
        entry.extend(checksum(content).to_le_bytes());
        entry.extend((packed.len() as u32).to_le_bytes());
        entry.extend((content.len() as u32).to_le_bytes());
        entry.extend((name.len() as u16).to_le_bytes());
        entry.extend([0; 2]);
        archive.extend([b"PK\x03\x04", &*entry, name.as_bytes(), &packed].concat());
        directory.extend([b"PK\x01\x02\x14\0", &*entry, &[0; 10], &offset.to_le_bytes(), name.as_bytes()].concat());
    }
    let count = (files.len() as u16).to_le_bytes();
    let (size, start) = ((directory.len() as u32).to_le_bytes(), (archive.len() as u32).to_le_bytes());
    [&archive, &directory, b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &size, &start, &[0; 2]].concat()
}

fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _: u32| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), step))
}
