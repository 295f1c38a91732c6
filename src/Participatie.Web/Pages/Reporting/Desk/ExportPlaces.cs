namespace Participatie.Web.Pages.Reporting.Desk;

/// <summary>How many files this instance makes at once: residents go first.</summary>
internal sealed class ExportPlaces
{
    /// <summary>Each takes up to 150 MB and most of one processor.</summary>
    public const int Most = 3;

    private int _taken;

    /// <returns>Null when all are taken. Give it back by disposing.</returns>
    public IDisposable? TryTake()
    {
        if (Interlocked.Increment(ref _taken) <= Most)
            return new Place(this);
        Interlocked.Decrement(ref _taken);
        return null;
    }

    private sealed class Place(ExportPlaces places) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0)
                Interlocked.Decrement(ref places._taken);
        }
    }
}
