using System.Buffers.Binary;
using Npgsql;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Intake;

namespace Participatie.Surveys.Storage.BulkReading;

/// <summary>Reads a binary copy: one forward stream, whose fields lie in it as bytes.</summary>
internal static class PostgresScan
{
    // 11 bytes of signature, 4 of flags, 4 that say how long an extension is (none).
    private const int HeaderLength = 19;
    private const int ColumnCount = 9;

    public static async Task RunAsync(NpgsqlConnection connection, string sql, TakeResponse take, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY ({sql}) TO STDOUT (FORMAT BINARY)", cancellationToken);
        var buffer = new byte[1 << 18];
        await copy.ReadExactlyAsync(buffer.AsMemory(0, HeaderLength), cancellationToken);
        var filled = 0;
        while (true)
        {
            var used = TakeRows(buffer.AsSpan(0, filled), take, out var ended);
            if (ended)
            {
                return;
            }

            filled -= used;
            buffer.AsSpan(used, filled).CopyTo(buffer);
            if (filled == buffer.Length)
            {
                // A row longer than the buffer.
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await copy.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            filled += read > 0 ? read : throw new EndOfStreamException("The copy of the responses ended before its end.");
        }
    }

    /// <summary>Hands over every whole row in the bytes.</summary>
    /// <returns>How many bytes they were.</returns>
    private static int TakeRows(ReadOnlySpan<byte> bytes, TakeResponse take, out bool ended)
    {
        Span<Range> fields = stackalloc Range[ColumnCount];
        var used = 0;
        while (true)
        {
            // A row begins with its number of fields; the end is marked by -1.
            ended = bytes.Length - used >= sizeof(short) && BinaryPrimitives.ReadInt16BigEndian(bytes[used..]) == -1;
            var length = ended ? 0 : LengthOfRow(bytes[used..], fields);
            if (length == 0)
            {
                return used;
            }

            var row = bytes.Slice(used, length);
            take(new ResponseRow
            {
                Id = row[fields[0]],
                Version = BinaryPrimitives.ReadInt32BigEndian(row[fields[1]]),
                Channel = (ResponseChannel)BinaryPrimitives.ReadInt16BigEndian(row[fields[2]]),
                Organisation = row[fields[3]][0] != 0,
                Language = row[fields[4]],
                Hour = BinaryPrimitives.ReadInt64BigEndian(row[fields[5]]),
                Rotation = BinaryPrimitives.ReadInt32BigEndian(row[fields[6]]),
                Document = row[fields[7]],
                Helped = (Helped)BinaryPrimitives.ReadInt16BigEndian(row[fields[8]]),
            });
            used += length;
        }
    }

    /// <returns>0 when the row is not whole yet.</returns>
    private static int LengthOfRow(ReadOnlySpan<byte> bytes, Span<Range> fields)
    {
        var at = sizeof(short);
        for (var field = 0; field < fields.Length; field++)
        {
            if (bytes.Length - at < sizeof(int))
            {
                return 0;
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            at += sizeof(int);
            if (bytes.Length - at < length)
            {
                return 0;
            }

            fields[field] = at..(at + length);
            at += length;
        }

        return at;
    }
}
