//! Which network addresses belong to everybody, and which to somebody's own network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is one on the public internet. After the IANA special-purpose registries: what is not plainly
/// global is not public.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, d] = address.octets();
    !matches!(
        (a, b, c, d),
        (0 | 10 | 127, ..)
            | (100, 64..=127, ..)          // shared by providers (RFC 6598)
            | (169, 254, ..)               // link-local, and the metadata of cloud machines
            | (172, 16..=31, ..)
            | (192, 0, 0, _)
            | (192, 0, 2, _)               // documentation
            | (192, 88, 99, _)             // 6to4 relays
            | (192, 168, ..)
            | (198, 18..=19, ..)           // benchmarks
            | (198, 51, 100, _)
            | (203, 0, 113, _)
            | (168, 63, 129, 16)           // one cloud's metadata on an address that looks public
            | (224..=255, ..) // multicast, reserved, broadcast
    )
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    match segments {
        // NAT64: the public IPv4 internet as seen from a network without IPv4.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            let [a, b] = high.to_be_bytes();
            let [c, d] = low.to_be_bytes();
            is_public_v4(Ipv4Addr::new(a, b, c, d))
        }
        [0x2001, second, ..] if second < 0x200 => false, // protocol assignments: Teredo, ORCHID, benchmarks
        [0x2001, 0xdb8, ..] => false,                    // documentation
        [0x2002, ..] => false,                           // 6to4 hides an IPv4 address
        [0x3fff, second, ..] if second < 0x1000 => false, // documentation
        // Global unicast is 2000::/3. Everything else is loopback, unspecified, IPv4-mapped, link-local, unique
        // local, site-local or multicast.
        [first, ..] => (0x2000..=0x3fff).contains(&first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_and_inner_addresses() {
        let public = [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.0.1",
            "193.0.0.1",
            "198.20.0.0",
            "223.255.255.255",
            "2606:4700::1111",
            "2a01:4f8::1",
            "64:ff9b::101:101",
            "2001:200::1",
        ];
        for address in public {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
        let inner = [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.100.100.200",
            "127.0.0.1",
            "127.255.255.255",
            "168.63.129.16",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.178.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:1.1.1.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:10::1",
            "2001:20::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "5f00::1",
        ];
        for address in inner {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
    }
}
