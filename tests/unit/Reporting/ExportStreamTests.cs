using System.Security.Cryptography;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export.Formats;
using Participatie.Surveys.Reporting.Export.Packing;

namespace Participatie.Tests.Reporting;

/// <summary>A file is sent while it is made, and a disk that is full ends it.</summary>
public sealed class ExportStreamTests
{
    /// <summary>Some megabytes of text that does not pack: more than any format gathers before it writes.</summary>
    private const int Responses = 1_500;

    private static readonly Consultation Definition = new GivenConsultation().WithOpen("open").Build();

    public static TheoryData<string> WithRows =>
        [.. ExportFormats.All.Where(format => format.HasRows).Select(format => format.Key)];

    [Theory]
    [MemberData(nameof(WithRows))]
    public async Task The_first_bytes_are_sent_before_the_last_response_is_read(string key)
    {
        var format = ExportFormats.Of(key)!;
        using var run = Filled();
        await using var reader = new FirstBytes(enough: 1 << 16, most: long.MaxValue);
        // What keeps all until the end never gets any further.
        run.BeforeLast = () => reader.Come.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        var written = await format.WriteAsync(run.Source(format), reader, TestContext.Current.CancellationToken);

        Assert.Equal(Responses, written.Rows);
    }

    [Theory]
    [MemberData(nameof(WithRows))]
    public async Task A_full_disk_ends_it_with_what_the_disk_said(string key)
    {
        var format = ExportFormats.Of(key)!;
        using var run = Filled();
        await using var disk = new FirstBytes(enough: 1, most: 1 << 18);

        var problem = await Assert.ThrowsAsync<IOException>(
            () => format.WriteAsync(run.Source(format), disk, TestContext.Current.CancellationToken));

        Assert.Equal(FirstBytes.Full, problem.Message);
    }

    private static ExportRun Filled()
    {
        var run = ExportRun.Of(Definition);
        for (var response = 0; response < Responses; response++)
        {
            run.WithResponse(
                ExportColumnsTests.Given(
                    Definition, ("open", new Written(Convert.ToBase64String(RandomNumberGenerator.GetBytes(1_200)), "nl"))));
        }

        return run;
    }

    /// <summary>Tells when so many bytes have come, and takes no more than there is room for.</summary>
    private sealed class FirstBytes(long enough, long most) : ForwardOnlyStream
    {
        public const string Full = "No space left on device";

        private readonly TaskCompletionSource _come = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _length;

        public Task Come => _come.Task;

        public override void Flush()
        {
            // Nothing waits.
        }

        public override void Write(byte[] buffer, int offset, int count) => Take(count);

        public override void Write(ReadOnlySpan<byte> buffer) => Take(buffer.Length);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Take(count);
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Take(buffer.Length);
            return ValueTask.CompletedTask;
        }

        private void Take(int count)
        {
            _length += count;
            if (_length > most)
            {
                throw new IOException(Full);
            }

            if (_length >= enough)
            {
                _come.TrySetResult();
            }
        }
    }
}
