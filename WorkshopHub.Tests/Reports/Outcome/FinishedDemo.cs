using Dapper;
using WorkshopHub.Tests.Demo;
using WorkshopHub.Web.Demo;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>The demo organisation after its final, seeded once: the report of its first programme, and the raw rows behind it.</summary>
public sealed class FinishedDemo : IAsyncLifetime
{
    private SeededDemo _demo = null!;

    /// <summary>The report as it would be published now.</summary>
    internal OutcomeReport Report { get; private set; } = null!;

    /// <summary>The report of the second programme, in which members have problems of their own and the mid-term is to come.</summary>
    internal OutcomeReport Second { get; private set; } = null!;

    /// <summary>How many statements it took to make the first.</summary>
    internal int Statements { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _demo = await SeededDemo.AtAsync(DemoMoment.Finished);
        _demo.File.Db.Done = asked => Statements = asked;
        Report = await ReadAsync(1);
        _demo.File.Db.Done = null;
        Second = await ReadAsync(2);
    }

    public ValueTask DisposeAsync() => _demo.DisposeAsync();

    /// <summary>A report as it is in the file.</summary>
    internal Task<OutcomeReport> ReadAsync(long programme) =>
        _demo.File.Db.ReadAsync(reads => LiveReport.Read(reads, _demo.Kinds, programme, SeededDemo.Now)!, TestContext.Current.CancellationToken);

    /// <summary>Rows as they stand in the file, over a connection of its own.</summary>
    internal IReadOnlyList<IDictionary<string, object?>> Rows(string table)
    {
        using var connection = _demo.File.Open();
        return [.. connection.Query($"SELECT * FROM {table}").Cast<IDictionary<string, object?>>()];
    }
}
