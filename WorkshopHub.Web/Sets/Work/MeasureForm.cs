using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>A measure as typed on its page.</summary>
public sealed class MeasureForm
{
    /// <summary>What is counted.</summary>
    public string? Name { get; set; }

    /// <summary>In which unit.</summary>
    public string? Unit { get; set; }

    /// <summary>less or more: which way is better.</summary>
    public string Better { get; set; } = "less";

    /// <summary>What it was before.</summary>
    public string? Baseline { get; set; }

    /// <summary>The last day that this counts.</summary>
    public string? BaselineDate { get; set; }

    /// <summary>Where it comes from.</summary>
    public string? BaselineNote { get; set; }

    /// <summary>What it should become.</summary>
    public string? Target { get; set; }

    /// <summary>The first day of the trial.</summary>
    public string? TrialFrom { get; set; }

    /// <summary>What it is.</summary>
    public string? Result { get; set; }

    /// <summary>The last day that this counts.</summary>
    public string? ResultDate { get; set; }

    /// <summary>Where it comes from.</summary>
    public string? ResultNote { get; set; }

    /// <summary>The day of the last case that was counted.</summary>
    public string? LastCaseOn { get; set; }

    /// <summary>How many days each case is followed.</summary>
    public string? FollowUpDays { get; set; }

    /// <summary>Where all figures come from.</summary>
    public string? Source { get; set; }

    /// <summary>Why a confirmed baseline changes.</summary>
    public string? Reason { get; set; }

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    /// <summary>The form of a measure as it stands.</summary>
    public static MeasureForm Of(Measure one) => new()
    {
        Name = one.Name,
        Unit = one.Unit,
        Better = one.LowerIsBetter ? "less" : "more",
        Baseline = Text(one.Baseline),
        BaselineDate = one.BaselineDate,
        BaselineNote = one.BaselineNote,
        Target = Text(one.Target),
        TrialFrom = one.TrialFrom,
        Result = Text(one.Result),
        ResultDate = one.ResultDate,
        ResultNote = one.ResultNote,
        LastCaseOn = one.LastCaseOn,
        FollowUpDays = one.FollowUpDays?.ToString(CultureInfo.InvariantCulture),
        Source = one.Source,
        Version = one.Version,
    };

    /// <summary>What was typed, as a measure; what is no number stands beside its field.</summary>
    public Measure Read(Measure old, Refusals wrong) => old with
    {
        Name = Name ?? "",
        Unit = Unit ?? "",
        LowerIsBetter = Better != "more",
        Baseline = Figure(nameof(Baseline), Baseline, wrong),
        BaselineDate = Day(BaselineDate),
        BaselineNote = BaselineNote ?? "",
        Target = Figure(nameof(Target), Target, wrong),
        TrialFrom = Day(TrialFrom),
        Result = Figure(nameof(Result), Result, wrong),
        ResultDate = Day(ResultDate),
        ResultNote = ResultNote ?? "",
        LastCaseOn = Day(LastCaseOn),
        FollowUpDays = Days(wrong),
        Source = Source ?? "",
    };

    private static string? Day(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Text(double? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static double? Figure(string field, string? text, Refusals wrong)
    {
        var value = ReadingForm.Figure(text);
        wrong.If(value is null && !string.IsNullOrWhiteSpace(text), field, ReadingForm.NoFigure);
        return value;
    }

    private long? Days(Refusals wrong)
    {
        var isNumber = long.TryParse(FollowUpDays?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 3650;
        wrong.If(!isNumber && !string.IsNullOrWhiteSpace(FollowUpDays), nameof(FollowUpDays), "A number of days, from 0 to 3650.");
        return isNumber ? days : null;
    }
}
