# W1, W2 and W2b in simmer: Rscript simmer_works.R STYLE WORK COUNT SEED
#
# `dataframe`: all draws are made at once by R's vectorised functions and attached by
# add_dataframe(); what happens then runs in simmer's C++ without calling R. The trucks that go on
# to the yard are a source of their own: each truck is marked on its own, so no order is lost.
# `generator`: draws are made by functions while the model runs, as in simmer's introduction, save
# for the times of arrival.
#
# Options: the resources are not monitored; the arrivals are, at level 1, since the waits come from
# there. The parameters are those of works.py.

suppressPackageStartupMessages(library(simmer))

factors <- c(
  0.35, 0.30, 0.25, 0.25, 0.35, 0.60, 1.00, 1.40, 1.60, 1.65, 1.55, 1.45,
  1.35, 1.40, 1.50, 1.55, 1.45, 1.25, 1.20, 1.05, 0.85, 0.70, 0.55, 0.40
)
sites <- list(
  W2 = list(trucks_per_hour = 99.3, docks = 6),
  W2b = list(trucks_per_hour = 921.6, docks = 60)
)
gate_sigma <- sqrt(log(1 + 0.5^2))
gate_mu <- log(25) - gate_sigma^2 / 2
yard_share <- 0.06

at_gate <- function(n) rlnorm(n, gate_mu, gate_sigma)

# Triangular by inversion.
in_yard <- function(n, low = 20 * 60, mode = 35 * 60, high = 90 * 60) {
  u <- runif(n)
  rising <- u < (mode - low) / (high - low)
  ifelse(rising,
    low + sqrt(u * (high - low) * (mode - low)),
    high - sqrt((1 - u) * (high - low) * (high - mode))
  )
}

# The times at which so many trucks come: as many in each hour as Poisson says, anywhere in it.
arrival_times <- function(site, trucks) {
  hours <- ceiling((trucks + 5 * sqrt(trucks)) / site$trucks_per_hour + 12)
  counts <- rpois(hours, site$trucks_per_hour * rep_len(factors, hours))
  times <- rep(3600 * (seq_len(hours) - 1), counts) + runif(sum(counts), 0, 3600)
  head(sort(times), trucks)
}

visit <- function(path, station, stay) {
  path <- seize(path, station)
  path <- if (is.function(stay)) timeout(path, stay) else timeout_from_attribute(path, stay)
  release(path, station)
}

queue <- function(style, customers) {
  env <- add_resource(simmer(), "server", mon = FALSE)
  gap <- rexp(customers, 0.9)
  if (style == "dataframe") {
    data <- data.frame(time = gap, service = rexp(customers, 1))
    env <- add_dataframe(env, "customer", visit(trajectory(), "server", "service"), data)
  } else {
    path <- visit(trajectory(), "server", function() rexp(1, 1))
    env <- add_generator(env, "customer", path, at(cumsum(gap)))
  }
  stays <- get_mon_arrivals(run(env))
  sprintf(
    '{"count": %d, "mean": %.17g}',
    nrow(stays), mean(stays$end_time - stays$start_time)
  )
}

site <- function(style, site, trucks) {
  env <- simmer() |>
    add_resource("gate", 8, mon = FALSE) |>
    add_resource("yard", site$docks, mon = FALSE)
  times <- arrival_times(site, trucks)
  if (style == "dataframe") {
    # A trajectory is changed in place: each source has its own.
    through <- visit(trajectory(), "gate", "gate")
    on_to_yard <- trajectory() |> visit("gate", "gate") |> visit("yard", "yard")
    data <- data.frame(time = times, gate = at_gate(trucks), yard = in_yard(trucks))
    on <- runif(trucks) < yard_share
    env <- env |>
      add_dataframe("through", through, data[!on, c("time", "gate")], time = "absolute") |>
      add_dataframe("on", on_to_yard, data[on, ], time = "absolute")
  } else {
    path <- visit(trajectory(), "gate", function() at_gate(1)) |>
      branch(
        function() rbinom(1, 1, yard_share),
        continue = TRUE, visit(trajectory(), "yard", function() in_yard(1))
      )
    env <- add_generator(env, "truck", path, at(times))
  }
  run(env)
  visits <- get_mon_arrivals(env, per_resource = TRUE)
  waits <- split(visits$end_time - visits$start_time - visits$activity_time, visits$resource)
  left <- tabulate(get_mon_arrivals(env)$end_time %/% 3600 %% 24 + 1, 24)
  mean_and_p95 <- function(x) sprintf("[%.17g, %.17g]", mean(x), quantile(x, 0.95))
  sprintf(
    '{"count": %d, "to yard": %d, "gate": %s, "yard": %s, "left in hour": [%s]}',
    length(waits$gate), length(waits$yard), mean_and_p95(waits$gate), mean_and_p95(waits$yard),
    paste(left, collapse = ", ")
  )
}

arguments <- commandArgs(trailingOnly = TRUE)
style <- arguments[1]
work <- arguments[2]
count <- as.integer(arguments[3])
set.seed(as.integer(arguments[4]))
stopifnot(style %in% c("dataframe", "generator"))
cat(if (work == "W1") queue(style, count) else site(style, sites[[work]], count), "\n")
