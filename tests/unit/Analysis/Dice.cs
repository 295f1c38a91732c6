namespace Participatie.Tests.Analysis;

/// <summary>
/// Numbers that look random and are the same in each run (splitmix64, Steele and others 2014), so that a failure can be repeated from its
/// seed.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public bool OneIn(int times) => Below(times) == 0;

    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    /// <summary>Early ones more often, so that some counts stay small.</summary>
    public T Lopsided<T>(IReadOnlyList<T> of) => of[Math.Min(Below(of.Count), Below(of.Count))];

    public List<T> Some<T>(IReadOnlyList<T> of, int count)
    {
        var left = of.ToList();
        var taken = new List<T>();
        while (taken.Count < count)
        {
            var at = Math.Min(Below(left.Count), Below(left.Count));
            taken.Add(left[at]);
            left.RemoveAt(at);
        }

        return taken;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
