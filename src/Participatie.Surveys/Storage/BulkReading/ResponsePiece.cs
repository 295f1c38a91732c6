using Participatie.Surveys.Answering;
using Participatie.Surveys.Intake;

namespace Participatie.Surveys.Storage.BulkReading;

/// <summary>Some responses as bytes, copied so that the database is free before anybody does something with them.</summary>
internal sealed class ResponsePiece
{
    private readonly List<Kept> _rows = [];
    private byte[] _bytes = new byte[1 << 18];
    private int _filled;

    public int Count => _rows.Count;

    public byte[] LastId { get; private set; } = [];

    public void Add(in ResponseRow row)
    {
        _rows.Add(new Kept(
            row.Version,
            row.Channel,
            row.Organisation,
            row.Helped,
            row.Hour,
            row.Rotation,
            Copy(row.Id),
            Copy(row.Language),
            Copy(row.Document)));
    }

    /// <summary>Hands them on and is empty again.</summary>
    public void HandOver(TakeResponse take)
    {
        foreach (var row in _rows)
        {
            take(new ResponseRow
            {
                Id = _bytes.AsSpan(row.Id),
                Version = row.Version,
                Channel = row.Channel,
                Organisation = row.Organisation,
                Helped = row.Helped,
                Language = _bytes.AsSpan(row.Language),
                Hour = row.Hour,
                Rotation = row.Rotation,
                Document = _bytes.AsSpan(row.Document),
            });
        }

        LastId = _rows is [.., var last] ? _bytes[last.Id] : LastId;
        _rows.Clear();
        _filled = 0;
    }

    private Range Copy(ReadOnlySpan<byte> value)
    {
        if (_bytes.Length - _filled < value.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _filled + value.Length));
        }

        value.CopyTo(_bytes.AsSpan(_filled));
        _filled += value.Length;
        return (_filled - value.Length).._filled;
    }

    private readonly record struct Kept(
        int Version,
        ResponseChannel Channel,
        bool Organisation,
        Helped Helped,
        long Hour,
        int Rotation,
        Range Id,
        Range Language,
        Range Document);
}
