package dev.recon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.report.BreaksCsv;
import dev.recon.engine.report.MatchesCsv;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
    @TempDir Path folder;

    @Test
    void scoresCountByHand() throws IOException {
        writeSmallRun();
        assertThat(score("left.csv", "right.csv")).isEqualTo(expected());
    }

    @Test
    void aTruthOfTwoColumnsIsReadAsPairs() throws IOException {
        write("truth.csv", "origin,destination", "a,p", "b,q");
        assertThat(Truth.read(folder.resolve("truth.csv")).groups())
                .extracting(Truth.Group::kind)
                .containsExactly("pair", "pair");
    }

    @Test
    void whatTheGeneratorPlantsIsFoundWithoutRules() throws IOException {
        Generator.generate(folder, 20_000, 3);
        Bytes left = FileBytes.open(folder.resolve("ledger.csv"), "ledger.csv");
        Bytes right = FileBytes.open(folder.resolve("bank.csv"), "bank.csv");
        RuleSet rules = Trial.propose(left, right);
        Reconciler.Inputs inputs =
                new Reconciler.Inputs(left, right, rules, Reconciler.Decided.NOTHING);
        try (Outcome outcome = Reconciler.run(inputs, Progress.NONE, 2);
                OutputStream matches = Files.newOutputStream(folder.resolve("matches.csv"));
                OutputStream breaks = Files.newOutputStream(folder.resolve("breaks.csv"))) {
            MatchesCsv.write(outcome, matches, 2);
            BreaksCsv.write(outcome, breaks, 2);
        }
        String score = score("ledger.csv", "bank.csv");
        assertThat(score).containsPattern("exact +\\d+ +(100|99\\.9\\d+)\\.?\\d* %");
        assertThat(score).containsPattern("in_text +\\d+ +(100|99\\.9\\d+)\\.?\\d* %");
        assertThat(score).containsPattern("fee +\\d+ +(100|99\\.\\d+|9[5-8]\\.\\d+)\\.?\\d* %");
    }

    private static String expected() throws IOException {
        try (InputStream file = ScoreTest.class.getResourceAsStream("score.txt")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String score(String left, String right) throws IOException {
        return Score.of(
                folder.resolve("truth.csv"), folder.resolve(left), folder.resolve(right), folder);
    }

    /// One right pair, two wrong ones in one match, one suggestion with a break, two lonely
    /// entries.
    private void writeSmallRun() throws IOException {
        write("left.csv", "id,x", "a,1", "b,1", "c,1", "d,1", "e,1");
        write("right.csv", "x;key", "1;p", "1;q", "1;r", "1;s", "1;t");
        String kinds = "1,exact,a,p 2,exact,b,q 3,fee,c,r 4,left_only,d, 5,right_only,,s";
        write(
                "truth.csv",
                "group,kind,left_ids,right_ids",
                kinds.replace(' ', '\n'),
                "6,date_noref,e,t");
        write(
                "matches.csv",
                "match,side,line,status,pass,confidence,allocated",
                "1,left,1,matched,one,1,1.00",
                "1,right,1,matched,one,1,1.00",
                "2,left,2,matched,one,1,1.00",
                "2,right,5,matched,one,1,1.00",
                "3,left,3,suggested,two,0.5,1.00",
                "3,right,3,suggested,two,0.5,1.00");
        write(
                "breaks.csv",
                "break,kind,side,line,match,difference,currency,reason",
                "1,amount-differs,left,3,3,1.00,EUR,less",
                "2,missing-on-right,left,4,,1.00,EUR,none",
                "3,missing-on-right,left,5,,1.00,EUR,none",
                "4,missing-on-left,right,2,,-1.00,EUR,none");
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }
}
