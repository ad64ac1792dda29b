package watch

import "golang.org/x/sys/unix"

// Of these the kernel hears only what is written on this machine. 9P and FUSE
// are how Windows, virtual machines and containers lend their folders.
var shares = map[int64]bool{
	unix.NFS_SUPER_MAGIC: true, unix.SMB_SUPER_MAGIC: true, unix.CIFS_SUPER_MAGIC: true, unix.SMB2_SUPER_MAGIC: true,
	unix.AFS_SUPER_MAGIC: true, unix.CEPH_SUPER_MAGIC: true, unix.V9FS_MAGIC: true, unix.FUSE_SUPER_MAGIC: true,
	0x786f4256: true, // VirtualBox's
}

func onShare(folder string) bool {
	var s unix.Statfs_t
	return unix.Statfs(folder, &s) == nil && shares[int64(uint32(s.Type))]
}
