/** What bgpd does with a neighbor where nothing is configured. Times in seconds. */
export const neighborDefaults = { port: 179, holdTime: 180, keepaliveTime: 60, connectTime: 60 }
