namespace Participatie.Tests.Analysis.Attack;

/// <summary>
/// Linear relations between whole numbers of people, and what follows from them. Two ways, each finds what the other does not: bounds are
/// passed on along each relation until nothing changes; and all equations together are eliminated, to find each number that they determine.
/// </summary>
internal sealed class Knowledge
{
    /// <summary>More people than there are in any test: no bound.</summary>
    private const long Unbounded = 1_000_000;

    // Eliminating in a finite field instead of fractions: a prime this large makes a false result as good as impossible.
    private const long Prime = 2_147_483_647;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<long> _low = [];
    private readonly List<long> _high = [];
    private readonly List<(int Number, long Factor)[]> _equations = [];
    private readonly List<((int Number, long Factor)[] Terms, long Most)> _limits = [];
    private HashSet<int> _determined = [];

    public IEnumerable<string> Names => _numbers.Keys;

    public void Is(string name, long value)
    {
        var number = Number(name);
        (_low[number], _high[number]) = (Math.Max(_low[number], value), Math.Min(_high[number], value));
    }

    public void IsSum(string total, IEnumerable<string> parts)
    {
        (int, long)[] terms = [(Number(total), -1), .. parts.Select(part => (Number(part), 1L))];
        _equations.Add(terms);
        _limits.Add((terms, 0));
        _limits.Add(([.. terms.Select(term => (term.Item1, -term.Item2))], 0));
    }

    /// <summary>The sum of the smaller ones is at most so many times the larger one.</summary>
    public void IsAtMost(IEnumerable<string> smaller, string larger, long times = 1) =>
        _limits.Add(([.. smaller.Select(name => (Number(name), 1L)), (Number(larger), -times)], 0));

    /// <summary>The larger ones add up to at least the smaller one.</summary>
    public void IsCovered(string smaller, IEnumerable<string> larger) =>
        _limits.Add(([(Number(smaller), 1L), .. larger.Select(name => (Number(name), -1L))], 0));

    /// <summary>The numbers, each so many times, are together no more than 0.</summary>
    public void IsLimited(IEnumerable<(string Name, long Times)> terms) =>
        _limits.Add(([.. terms.Where(term => term.Times != 0).Select(term => (Number(term.Name), term.Times))], 0));

    public (long Low, long High) Bounds(string name) => (_low[Number(name)], _high[Number(name)]);

    public bool Determines(string name) => _determined.Contains(Number(name)) || Bounds(name) is var (low, high) && low == high;

    public void WorkOut()
    {
        while (Tighten())
        {
        }

        _determined = Eliminate();
    }

    private int Number(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers[name] = number = _numbers.Count;
            _low.Add(0);
            _high.Add(Unbounded);
        }

        return number;
    }

    private bool Tighten()
    {
        var changed = false;
        foreach (var (terms, most) in _limits)
        {
            var least = 0L;
            foreach (var term in terms)
            {
                least += Least(term);
            }

            foreach (var term in terms)
            {
                var room = most - least + Least(term);
                if (term.Factor > 0 && Floor(room, term.Factor) is var high && high < _high[term.Number])
                {
                    _high[term.Number] = high;
                    changed = true;
                }
                else if (term.Factor < 0 && -Floor(room, -term.Factor) is var low && low > _low[term.Number])
                {
                    _low[term.Number] = low;
                    changed = true;
                }

                if (_low[term.Number] > _high[term.Number])
                {
                    Assert.Fail($"What is published contradicts itself at {_numbers.First(name => name.Value == term.Number).Key}.");
                }
            }
        }

        return changed;
    }

    private long Least((int Number, long Factor) term) => term.Factor * (term.Factor > 0 ? _low[term.Number] : _high[term.Number]);

    private static long Floor(long value, long by) => value >= 0 ? value / by : -((-value + by - 1) / by);

    /// <summary>Each row is kept free of the others' pivots; <c>rowsWith</c> finds the few that a new one changes.</summary>
    private HashSet<int> Eliminate()
    {
        var rows = new Dictionary<int, Dictionary<int, long>>();
        var rowsWith = new Dictionary<int, HashSet<int>>();
        foreach (var equation in _equations)
        {
            var row = new Dictionary<int, long>();
            foreach (var (number, factor) in equation)
            {
                if (_low[number] != _high[number])
                {
                    row[number] = (row.GetValueOrDefault(number) + factor + Prime) % Prime;
                }
            }

            foreach (var pivot in row.Keys.Where(rows.ContainsKey).ToList())
            {
                Subtract(row, rows[pivot], pivot);
            }

            if (row.Count == 0)
            {
                continue;
            }

            var own = row.Keys.First();
            foreach (var pivot in rowsWith.GetValueOrDefault(own)?.ToList() ?? [])
            {
                Subtract(rows[pivot], row, own);
                Note(pivot, row.Keys);
            }

            rows.Add(own, row);
            Note(own, row.Keys);
        }

        return [.. rows.Where(row => row.Value.Count == 1).Select(row => row.Key)];

        void Note(int pivot, IEnumerable<int> numbers)
        {
            foreach (var number in numbers)
            {
                (rowsWith.TryGetValue(number, out var known) ? known : rowsWith[number] = []).Add(pivot);
            }
        }
    }

    private static void Subtract(Dictionary<int, long> from, Dictionary<int, long> row, int pivot)
    {
        if (!from.TryGetValue(pivot, out var value))
        {
            return;
        }

        var times = value * Inverse(row[pivot]) % Prime;
        foreach (var (number, factor) in row)
        {
            var left = (from.GetValueOrDefault(number) - (times * factor % Prime) + Prime) % Prime;
            if (left == 0)
            {
                from.Remove(number);
            }
            else
            {
                from[number] = left;
            }
        }
    }

    private static long Inverse(long value)
    {
        var (result, power) = (1L, value);
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            result = (exponent & 1) == 1 ? result * power % Prime : result;
            power = power * power % Prime;
        }

        return result;
    }
}
