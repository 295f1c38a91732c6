using System.Globalization;

namespace Participatie.Load.Clustering;

/// <summary>
/// Gives each process a group of its own that may use so much of one processor: what two machines would have, on one. Needs the right to
/// make control groups (root), of version 1 or 2.
/// </summary>
internal sealed class ProcessorShares : IDisposable
{
    /// <summary>Short, so that a process does not stand still for long when its part is used up.</summary>
    private const int PeriodMicroseconds = 20_000;

    private const string VersionOne = "/sys/fs/cgroup/cpu";
    private const string VersionTwo = "/sys/fs/cgroup";

    private readonly List<string> _groups = [];
    private readonly string _root = Directory.Exists(VersionOne) ? VersionOne : VersionTwo;
    private readonly double _share;

    /// <param name="share">0.2 for a fifth of one processor.</param>
    public ProcessorShares(double share) => _share = share;

    public void Give(int process)
    {
        var group = Path.Combine(_root, string.Create(CultureInfo.InvariantCulture, $"load-{Environment.ProcessId}-{process}"));
        Directory.CreateDirectory(group);
        _groups.Add(group);
        var quota = (int)(PeriodMicroseconds * _share);
        if (_root == VersionOne)
        {
            Write(group, "cpu.cfs_period_us", $"{PeriodMicroseconds}");
            Write(group, "cpu.cfs_quota_us", $"{quota}");
        }
        else
        {
            Write(group, "cpu.max", $"{quota} {PeriodMicroseconds}");
        }

        Write(group, "cgroup.procs", $"{process}");
    }

    /// <summary>After the processes have ended: a group with one in it stays.</summary>
    public void Dispose()
    {
        foreach (var group in _groups)
        {
            Directory.Delete(group);
        }
    }

    private static void Write(string group, string file, string value) => File.WriteAllText(Path.Combine(group, file), value);
}
