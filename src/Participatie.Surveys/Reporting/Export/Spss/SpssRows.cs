using System.Buffers.Binary;

namespace Participatie.Surveys.Reporting.Export.Spss;

/// <summary>
/// Writes the rows of an SPSS file, compressed as every version can read: each element of 8 bytes has a code, and only those that no code
/// stands for have their bytes, eight codes at a time before theirs. A row can be taken back until it is ended.
/// </summary>
public sealed class SpssRows
{
    private const byte EndOfFile = 252;
    private const byte AsItStands = 253;
    private const byte Spaces = 254;
    private const byte NoValue = 255;

    // What a code of its own stands for: -99 to 151.
    private const int LowestCoded = 1 - (int)SpssHead.Bias;
    private const int HighestCoded = 251 - (int)SpssHead.Bias;

    private const int Group = 8;

    private byte[] _codes = new byte[4096];
    private byte[] _bytes = new byte[16_384];
    private int _codeCount;
    private int _byteCount;
    private (int Codes, int Bytes) _ended;

    public void Number(double value)
    {
        var whole = (int)value;
        // A minus zero has bytes of its own.
        if (whole == value && whole is >= LowestCoded and <= HighestCoded)
        {
            Code((byte)(whole + (int)SpssHead.Bias));
            return;
        }

        Code(AsItStands);
        BinaryPrimitives.WriteDoubleLittleEndian(Room(SpssLayout.Element), value);
        _byteCount += SpssLayout.Element;
    }

    /// <summary>No value at all.</summary>
    public void Nothing() => Code(NoValue);

    /// <summary>A text that was cut to the width of its variable.</summary>
    public void Text(ReadOnlySpan<byte> utf8, int width)
    {
        if (width <= SpssLayout.LongestSegment)
        {
            Segment(utf8, SpssLayout.ElementsOf(width));
            return;
        }

        var reckoned = 0;
        for (; width - reckoned > 252; reckoned += 252)
        {
            var here = Math.Min(utf8.Length, SpssLayout.LongestSegment);
            Segment(utf8[..here], SpssLayout.ElementsOf(SpssLayout.LongestSegment));
            utf8 = utf8[here..];
        }

        Segment(utf8, SpssLayout.ElementsOf(width - reckoned));
    }

    /// <param name="output">Gets the elements whose codes are eight together; the others wait for the next row.</param>
    public void EndRow(OutputBuffer output)
    {
        var codes = 0;
        var bytes = 0;
        for (; _codeCount - codes >= Group; codes += Group)
        {
            var group = _codes.AsSpan(codes, Group);
            var length = group.Count(AsItStands) * SpssLayout.Element;
            output.Append(group);
            output.Append(_bytes.AsSpan(bytes, length));
            bytes += length;
        }

        _codes.AsSpan(codes, _codeCount - codes).CopyTo(_codes);
        _bytes.AsSpan(bytes, _byteCount - bytes).CopyTo(_bytes);
        _ended = (_codeCount -= codes, _byteCount -= bytes);
    }

    public void TakeRowBack() => (_codeCount, _byteCount) = _ended;

    /// <summary>Nothing more follows.</summary>
    public void End(OutputBuffer output)
    {
        Code(EndOfFile);
        while (_codeCount % Group != 0)
        {
            Code(0);
        }

        EndRow(output);
    }

    private void Segment(ReadOnlySpan<byte> utf8, int elements)
    {
        for (; utf8.Length >= SpssLayout.Element; utf8 = utf8[SpssLayout.Element..], elements--)
        {
            Code(AsItStands);
            utf8[..SpssLayout.Element].CopyTo(Room(SpssLayout.Element));
            _byteCount += SpssLayout.Element;
        }

        if (utf8.Length > 0)
        {
            Code(AsItStands);
            var room = Room(SpssLayout.Element)[..SpssLayout.Element];
            utf8.CopyTo(room);
            room[utf8.Length..].Fill((byte)' ');
            _byteCount += SpssLayout.Element;
            elements--;
        }

        Codes(Spaces, elements);
    }

    private void Code(byte code)
    {
        if (_codeCount == _codes.Length)
        {
            Array.Resize(ref _codes, _codes.Length * 2);
        }

        _codes[_codeCount++] = code;
    }

    private void Codes(byte code, int count)
    {
        if (_codes.Length - _codeCount < count)
        {
            Array.Resize(ref _codes, Math.Max(_codes.Length * 2, _codeCount + count));
        }

        _codes.AsSpan(_codeCount, count).Fill(code);
        _codeCount += count;
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _byteCount < length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        return _bytes.AsSpan(_byteCount);
    }
}
