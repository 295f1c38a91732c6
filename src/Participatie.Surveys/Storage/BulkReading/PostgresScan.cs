using System.Buffers.Binary;
using Npgsql;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Intake;

namespace Participatie.Surveys.Storage.BulkReading;

/// <summary>
/// Reads a binary copy, one forward stream of rows, as the bytes that the server sends: the driver's reader would make an array of every
/// document. The format is in the manual of PostgreSQL ("COPY", "Binary Format"): behind a head a row is the number of its fields and each
/// field its length and its bytes, numbers with the highest byte first. Its room is used again by each run.
/// </summary>
internal sealed class PostgresScan(NpgsqlConnection connection)
{
    /// <summary>The signature, flags, and how long what follows them is: nothing.</summary>
    private const int Head = 19;

    /// <summary>Bytes of what stands for no more rows: less than any row has.</summary>
    private const int End = sizeof(short);

    private byte[] _room = new byte[1 << 16];

    public async Task RunAsync(string sql, TakeResponse take, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY ({sql}) TO STDOUT (FORMAT BINARY)", cancellationToken);
        var (begin, filled, isWhole) = (Head, 0, false);
        int read;
        while ((read = await copy.ReadAsync(_room.AsMemory(filled), cancellationToken)) > 0)
        {
            filled += read;
            while (!isWhole && begin < filled && Take(_room.AsSpan(begin, filled - begin), take) is > 0 and var used)
            {
                cancellationToken.ThrowIfCancellationRequested();
                begin += used;
                isWhole = used == End;
            }

            if (begin <= filled)
            {
                _room.AsSpan(begin, filled - begin).CopyTo(_room);
                (begin, filled) = (0, filled - begin);
            }

            if (filled == _room.Length)
            {
                Array.Resize(ref _room, _room.Length * 2);
            }
        }

        if (!isWhole)
        {
            throw new EndOfStreamException("The database broke off in the middle of the responses.");
        }
    }

    /// <returns>How many bytes the row takes; 0 when they are not all there yet.</returns>
    private static int Take(ReadOnlySpan<byte> bytes, TakeResponse take)
    {
        if (bytes.Length < End)
        {
            return 0;
        }

        if (BinaryPrimitives.ReadInt16BigEndian(bytes) < 0)
        {
            return End;
        }

        var at = End;
        if (!Next(bytes, ref at, out var id)
            || !Next(bytes, ref at, out var version)
            || !Next(bytes, ref at, out var channel)
            || !Next(bytes, ref at, out var organisation)
            || !Next(bytes, ref at, out var language)
            || !Next(bytes, ref at, out var hour)
            || !Next(bytes, ref at, out var rotation)
            || !Next(bytes, ref at, out var document)
            || !Next(bytes, ref at, out var helped))
        {
            return 0;
        }

        take(new ResponseRow
        {
            Id = id,
            Version = BinaryPrimitives.ReadInt32BigEndian(version),
            Channel = (ResponseChannel)BinaryPrimitives.ReadInt16BigEndian(channel),
            Organisation = organisation[0] != 0,
            Language = language,
            Hour = BinaryPrimitives.ReadInt64BigEndian(hour),
            Rotation = BinaryPrimitives.ReadInt32BigEndian(rotation),
            Document = document,
            Helped = (Helped)BinaryPrimitives.ReadInt16BigEndian(helped),
        });
        return at;
    }

    /// <summary>No column of a response may be null.</summary>
    private static bool Next(ReadOnlySpan<byte> bytes, ref int at, out ReadOnlySpan<byte> field)
    {
        field = default;
        if (bytes.Length - at < sizeof(int))
        {
            return false;
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
        at += sizeof(int);
        if (bytes.Length - at < length)
        {
            return false;
        }

        field = bytes.Slice(at, length);
        at += length;
        return true;
    }
}
