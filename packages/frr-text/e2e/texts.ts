/** What frrkit writes: no closers, addresses as people write them, defaults spelled out. */
export const written = `\
log stdout debugging
log timestamp precision 3
debug zebra events
debug zebra nht
debug bgp neighbor-events
debug bgp updates
debug bfd peer
hostname worker-1
ip nht resolve-via-default
ipv6 nht resolve-via-default
ip prefix-list 192.0.2.9-allowed-ipv4 seq 1 permit 198.51.100.0/24
ip prefix-list 192.0.2.9-inpl-dual seq 1 permit any
ip prefix-list 192.0.2.9-inpl-dual seq 2 permit 198.51.103.7/24 le 28 ge 26
ip prefix-list 192.0.2.9-inpl-dual seq 3 permit 198.51.104.0/24 le 24
ip prefix-list 192.0.2.9-inpl-dual seq 4 permit 198.51.105.0/24 ge 25 le 32
ipv6 prefix-list 192.0.2.9-allowed-ipv6 seq 1 deny any
ipv6 prefix-list 192.0.2.9-inpl-dual seq 5 permit 2001:DB8:0:0::/48 le 64
ipv6 prefix-list 192.0.2.9-inpl-dual seq 6 permit ::ffff:10.0.0.0/104
route-map 192.0.2.9-out permit 1
  match ip address prefix-list 192.0.2.9-allowed-ipv4
  set community 65535:65281 additive
  on-match next
route-map 192.0.2.9-out permit 2
  match ip address prefix-list 192.0.2.9-allowed-ipv4
  set community 0:0 additive
  set large-community 64500:1:2 additive
  on-match goto 4
route-map 192.0.2.9-out permit 4
  match ipv6 address prefix-list 192.0.2.9-allowed-ipv6
  set ip next-hop 192.0.2.200
  set ipv6 next-hop global 2001:DB8::0:200
vrf red
  vni 5001
exit-vrf
router bgp 64512
  no bgp ebgp-requires-policy
  no bgp network import-check
  no bgp default ipv4-unicast
  bgp graceful-restart preserve-fw-state
  bgp router-id 10.9.9.9
  neighbor 192.0.2.9 remote-as 4200000000
  neighbor 192.0.2.9 ebgp-multihop
  neighbor 192.0.2.9 local-as 64999 no-prepend replace-as
  neighbor 192.0.2.9 port 1179
  neighbor 192.0.2.9 timers 9 9
  neighbor 192.0.2.9 timers connect 5
  neighbor 192.0.2.9 password s3cret
  neighbor 192.0.2.9 update-source 192.0.2.3
  neighbor 192.0.2.9 graceful-restart
  neighbor 192.0.2.9 bfd
  neighbor 192.0.2.9 bfd profile fast
  neighbor 192.0.2.10 remote-as internal
  neighbor 192.0.2.10 ebgp-multihop
  neighbor 192.0.2.10 port 179
  neighbor 192.0.2.10 timers 0 0
  neighbor eth5 interface remote-as external
  neighbor 2001:DB8::7 remote-as 65001
  neighbor 2001:DB8::7 disable-connected-check
  address-family ipv4 unicast
    neighbor 192.0.2.9 activate
    neighbor 192.0.2.9 route-map 192.0.2.9-out out
  exit-address-family
  address-family ipv4 unicast
    network 198.51.100.7/24
  exit-address-family
  address-family ipv6 unicast
    neighbor eth5 activate
    network 2001:DB8:77::/64
  exit-address-family
  address-family l2vpn evpn
    neighbor 192.0.2.9 activate
    advertise-all-vni
    advertise-svi-ip
    vni 1010
      rd 64512:1010
      route-target import 65001:1010
      route-target import 64512:1010
      route-target export 64512:1010
    exit-vni
  exit-address-family
router bgp 64512 vrf red
  no bgp ebgp-requires-policy
  address-family ipv4 unicast
    import vrf default
    import vrf blue
  exit-address-family
  address-family l2vpn evpn
    advertise ipv4 unicast
    rd 64512:5001
    route-target both 64512:5001
  exit-address-family
bfd
  profile fast
    receive-interval 150
    detect-multiplier 3
    echo transmit-interval 50
    minimum-ttl 254
    passive-mode
  profile plain
`

/** What people write by hand, with much that FRR does anyway. */
export const byHand = `\
log syslog debugging
no log record-priority
bgp route-map delay-timer 5
ip route 10.8.3.0 255.255.255.0 10.0.0.1 1
ip route 10.8.4.0/24 10.0.0.1 vrf red
access-list a permit 10.0.1.7/24
bgp community-list standard c permit no-export
bgp as-path access-list p permit ^65001_
interface eth0
 no shutdown
 description hello   world
 ipv6 address 2001:DB8::1/64
router bgp 65001
 bgp ebgp-requires-policy
 bgp default local-preference 100
 timers bgp 60 180
 neighbor 192.0.2.5 remote-as 65002
 neighbor 192.0.2.5 ebgp-multihop 1
 neighbor 192.0.2.5 timers 60 180
 no neighbor 192.0.2.5 shutdown
 neighbor 192.0.2.5 activate
 neighbor 192.0.2.5 send-community
 neighbor 192.0.2.5 allowas-in 3
 neighbor 192.0.2.6 remote-as 65002
 no neighbor 192.0.2.6 activate
 neighbor eth1 interface
 neighbor eth1 remote-as 65003
 network 10.0.0.0
 network 10.2.0.0 mask 255.255.0.0
 address-family ipv6
  no neighbor 192.0.2.5 activate
 exit
route-map m permit 10
 match community c
 set metric 1
 set metric 2
 continue 20
route-map m deny 20
 match ip address prefix-list x
 match ip address prefix-list y
`
